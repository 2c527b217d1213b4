import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import { NanshaError } from '@nansha/shared/errors'
import { type Checkpoint, verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import {
  appendLeaf,
  type CompactRange,
  EMPTY_RANGE,
  rangeRoot,
  readRange,
} from '@nansha/shared/log/compact-range'
import { decodeEntry, type LogEntry } from '@nansha/shared/log/entry'
import type { ChainHead } from '@nansha/shared/log/former-chain'
import { hashLeaf, isSameHash } from '@nansha/shared/log/hashes'
import type { IssuerLog } from '@nansha/shared/log/issuer-log'
import { readNodesOfTiles, TILE_WIDTH } from '@nansha/shared/log/tile'
import type { TreeHead } from '@nansha/shared/log/verify-consistency'
import { followChain } from './former-head'
import type { FoundEntry, KeptLog } from './kept-log'
import { logFault } from './log-fault'
import type { LogSource } from './log-source'

/** A checkpoint older than this says nothing: the log signs its newest every five minutes. Seconds. */
const FRESH = DAY_SECONDS
const SKEW = 300
/** Entries that a first look reads at most, and that a look reads of what lies before: 1.2 MB each. */
const AT_ONCE = 64 * TILE_WIDTH

export interface ScanPorts {
  readonly source: LogSource
  /** Of the issuer of the credential on this phone. */
  readonly log: IssuerLog
  /** Unix seconds. */
  readonly now: number
  /** Whose entries to look for; base64url. */
  readonly subject: string
  /** The credential on this phone; base64url of its fingerprint. */
  readonly credential: string
  /** Entries to read at most; what is more is left for a look that the owner waits for. */
  readonly most: number
  /** The head of the former chain, when this phone kept one and has not seen the tree. */
  readonly former?: ChainHead | undefined
}

/**
 * Reads every entry since the last look and checks that they lead from the tree that was kept to the one that is signed
 * now, so that nothing was changed and no entry can be left out.
 *
 * @param kept from the last look; without it the newest entries are read, and of the others only hashes
 * @throws NanshaError LOG_INVALID with `check`, OFFLINE, SERVICE_UNAVAILABLE
 */
export async function scanLog(ports: ScanPorts, kept: KeptLog | undefined): Promise<KeptLog> {
  const note = await ports.source.fetchCheckpoint()
  const head = openFresh(note, ports)
  if (kept) checkSuccession(kept, head)
  const before = kept?.subject === ports.subject ? kept : await begin(ports, head, kept)
  if (head.size - before.range.size > ports.most) throw new NanshaError('SERVICE_UNAVAILABLE')
  const isFromFirst = kept === undefined && before.range.size === 0
  const former = isFromFirst ? ports.former : undefined
  if (former && former.size > head.size) throw logFault('ROLLED_BACK', textOf(head))
  const follow = former && followChain(former)
  const added = await readOn(ports, before.range, head.size, head.size, follow)
  if (!isSameHash(rangeRoot(added.range), head.root))
    throw logFault(kept ? 'REWRITTEN' : 'ENTRIES', textOf(head))
  return {
    ...before,
    note,
    ...textOf(head),
    at: head.at,
    range: added.range,
    found: [...before.found, ...added.found],
    known: [...new Set([...before.known, ports.credential])],
  }
}

/**
 * Reads a part of what lies before the first entry that was read on this phone, so that in the end every entry was.
 *
 * @throws NanshaError LOG_INVALID `ENTRIES` when what was read is not what the signed tree holds
 */
export async function scanBack(ports: ScanPorts, kept: KeptLog): Promise<KeptLog> {
  const { start, back } = kept
  if (start.size === 0) return kept
  const end = Math.min(start.size, back.range.size + AT_ONCE)
  const added = await readOn(ports, back.range, end, kept.size)
  const found = [...back.found, ...added.found]
  if (end < start.size) return { ...kept, back: { range: added.range, found } }
  if (!isSameHash(rangeRoot(added.range), rangeRoot(start)))
    throw logFault('ENTRIES', textOf({ size: start.size, root: rangeRoot(added.range) }))
  return { ...kept, start: EMPTY_RANGE, back: NOTHING, found: [...found, ...kept.found] }
}

const NOTHING = { range: EMPTY_RANGE, found: [] } as const

type FreshCheckpoint = Checkpoint & { readonly at: number }

function openFresh(note: string, { log, now }: ScanPorts): FreshCheckpoint {
  const head = verifyCheckpoint(note, log)
  if (head?.at === undefined || head.at < now - FRESH || head.at > now + SKEW) throw logFault('HEAD')
  return { ...head, at: head.at }
}

/** A checkpoint that is older by its own word may be smaller: it was on its way for long. */
function checkSuccession(kept: KeptLog, head: FreshCheckpoint): void {
  const now = textOf(head)
  if (now.size < kept.size) throw logFault(head.at < kept.at ? 'HEAD' : 'ROLLED_BACK', now)
  if (now.size === kept.size && now.root !== kept.root) throw logFault('TWO_HEADS', now)
}

function textOf({ size, root }: TreeHead) {
  return { size, root: encodeBase64url(root) }
}

/** The first look for a subject: from a place not far before the end, or, where a tree is known, from its end on. */
async function begin(
  { source, subject, most }: ScanPorts,
  { size }: Checkpoint,
  kept: KeptLog | undefined,
): Promise<Pick<KeptLog, 'subject' | 'range' | 'start' | 'found' | 'back' | 'known'>> {
  const from = Math.max(0, size - (size % TILE_WIDTH) - Math.min(AT_ONCE, most - TILE_WIDTH))
  const read = readNodesOfTiles(size, source.fetchTile)
  const range = kept?.range ?? (await readRange(read, from))
  return { subject, range, start: range, found: [], back: NOTHING, known: [] }
}

async function readOn(
  { source, subject, credential }: ScanPorts,
  from: CompactRange,
  to: number,
  size: number,
  also?: (entry: LogEntry) => void,
): Promise<{ range: CompactRange; found: FoundEntry[] }> {
  let range = from
  const found: FoundEntry[] = []
  for await (const bytes of source.readEntries(from.size, to, size)) {
    const entry = decodeEntry(bytes)
    // Of a form that this app does not know: it may be about this holder, and cannot be passed over.
    if (!entry) throw logFault('HEAD')
    also?.(entry)
    const readable = readableEntry(entry, range.size)
    if (readable.subject === subject || readable.credential === credential) found.push(readable)
    range = appendLeaf(range, hashLeaf(bytes))
  }
  return { range, found }
}

function readableEntry({ event, at, subject, credential }: LogEntry, index: number): FoundEntry {
  const fingerprints = { subject: encodeBase64url(subject), credential: encodeBase64url(credential) }
  return { index, event, at, ...fingerprints }
}
