import { createLogSigner, type LogSigner } from '@nansha/core/crypto/log-signer'
import { randomId } from '@nansha/core/function/random-id'
import { queueEntry } from '@nansha/core/log/queue-entry'
import { readHashes, readTile } from '@nansha/core/log/stored-tiles'
import { writeBatch } from '@nansha/core/log/write-batch'
import type { Database } from '@nansha/core/platform/database'
import { CHAIN_HEAD, entryId, HEAD_ID, ISSUANCE_LOG } from '@nansha/core/records/former-chain'
import { LOG_QUEUE, LOG_STATE, LOG_STATE_ID, type QueuedEntry } from '@nansha/core/records/log'
import { type Checkpoint, verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import { decodeEntry, encodeEntry, type LogEntry } from '@nansha/shared/log/entry'
import { decodeBundle } from '@nansha/shared/log/entry-bundle'
import { type ChainHead, createChain } from '@nansha/shared/log/former-chain'
import type { IssuerLog } from '@nansha/shared/log/issuer-log'
import { logOrigin } from '@nansha/shared/log/log-origin'
import { bundleAt, readNodesOfTiles, TILE_WIDTH } from '@nansha/shared/log/tile'
import { treeRoot } from '@nansha/shared/log/tree'
import { sha256 } from '@noble/hashes/sha2.js'
import { NOW } from './clock'
import { ISSUER } from './issuer'
import { createMemoryDatabase } from './memory-database'

export const logSigner = createLogSigner(logOrigin(ISSUER), new Uint8Array(32).fill(9))

const fingerprint = (text: string) => sha256(Uint8Array.from(Buffer.from(text)))

/** An entry whose fingerprints are of these texts. */
export function logEntry(credential: string, subject = 'somebody', at = NOW): LogEntry {
  return { event: 'issued', at, subject: fingerprint(subject), credential: fingerprint(credential) }
}

/** Queues an entry as an issuance does, in a transaction of its own. */
export function issueToLog(database: Database, entry: LogEntry, id = randomId): Promise<void> {
  return database.transaction((transaction) => queueEntry(transaction, id, entry))
}

/** The hash chain of these entries, as it lay in the database before the log was a tree. @returns its head */
export async function storeChain(database: Database, entries: readonly LogEntry[]): Promise<ChainHead> {
  const records = database.in(ISSUANCE_LOG)
  const append = createChain()
  let head: ChainHead = { size: 0, hash: 'A'.repeat(43) }
  for (const one of entries) {
    const appended = append(one)
    head = appended.head
    await records.put({ _id: entryId(head.size), ...appended.entry })
  }
  await database.in(CHAIN_HEAD).put({ _id: HEAD_ID, ...head })
  return head
}

/**
 * Another log: of these entries in this order, and rightly signed by the same key. The holder of the key can make it.
 *
 * @param at Unix seconds
 */
export async function forgeLog(
  entries: readonly LogEntry[],
  at: number,
  signer: LogSigner,
): Promise<Database> {
  const database = createMemoryDatabase()
  await writeBatch(database, 0, entries.map(encodeEntry))
  const read = readNodesOfTiles(entries.length, (tile) => readHashes(database, tile))
  const root = await treeRoot(read, entries.length)
  await database.in(LOG_STATE).put({
    _id: LOG_STATE_ID,
    size: entries.length,
    checkpoint: signer.signCheckpoint({ size: entries.length, root }, at),
    signedAt: new Date(at * 1000),
    batch: null,
    chainTaken: 0,
    chainUntil: null,
  })
  return database
}

/** What was issued and waits for the sequencer, in the order of issuing. */
export function queuedEntries(database: ReturnType<typeof createMemoryDatabase>): LogEntry[] {
  const queued = (database.dump()[LOG_QUEUE.name] ?? []) as QueuedEntry[]
  return queued.flatMap(({ entry }) => decodeEntry(Uint8Array.from(Buffer.from(entry, 'base64url'))) ?? [])
}

/** The published log as an auditor sees it: every entry, in order, under a checkpoint that is rightly signed. */
export async function readLog(
  database: Database,
  signer: IssuerLog = logSigner,
): Promise<{ checkpoint: Checkpoint; entries: LogEntry[]; read: ReturnType<typeof readNodesOfTiles> }> {
  const state = await database.in(LOG_STATE).get(LOG_STATE_ID)
  const checkpoint = verifyCheckpoint(state?.checkpoint ?? '', signer)
  if (!checkpoint) throw new Error('There is no checkpoint.')
  const entries: LogEntry[] = []
  for (let at = 0; at < checkpoint.size; at += TILE_WIDTH) {
    const tile = bundleAt(at, checkpoint.size)
    const bundle = decodeBundle((await readTile(database, tile)) ?? new Uint8Array(0), tile.width)
    entries.push(...(bundle ?? []).map((bytes) => decodeEntry(bytes) as LogEntry))
  }
  const read = readNodesOfTiles(checkpoint.size, (tile) => readHashes(database, tile))
  return { checkpoint, entries, read }
}
