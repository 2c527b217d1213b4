import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import { readNodesOfTiles, TILE_WIDTH } from '@nansha/shared/log/tile'
import { proveConsistency, treeRoot } from '@nansha/shared/log/tree'
import { type TreeHead, verifyConsistency } from '@nansha/shared/log/verify-consistency'
import { LOG_QUEUE, type LogState } from '../records/log'
import { changeLogState, type LogPorts, readLogState, signHead } from './log-state'
import { readHashes, removePartials } from './stored-tiles'
import { waitingEntries } from './waiting-entries'
import { writeBatch } from './write-batch'

/** A checkpoint without news is signed anew after this time, so that readers see that the log lives. */
const RESIGN_AFTER_MS = 5 * MINUTE_MS
/** Batches in one run; the next run is a minute away. */
const MOST_BATCHES = 20

/**
 * Takes everything that waits into the tree, and publishes it. Any number of runs may meet, and any may end anywhere: a
 * batch is decided in one transaction, and what is decided is finished by whoever comes next, always in the same way.
 *
 * @returns how many entries were taken in
 * @throws Error when the log that is stored does not continue the checkpoint that was signed last; then none is signed
 */
export async function sequenceLog(ports: LogPorts): Promise<number> {
  let taken = 0
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const state = await readLogState(ports)
    if (state.batch) {
      await publishBatch(ports, state)
      taken += state.batch.entries.length
    } else {
      const { chainTaken, ...next } = await waitingEntries(ports.database, state)
      if (next.entries.length === 0) {
        await signAgain(ports, state)
        return taken
      }
      await changeLogState(ports, state, { batch: next, chainTaken })
    }
  }
  return taken
}

async function publishBatch(ports: LogPorts, state: LogState): Promise<void> {
  const { database } = ports
  const { entries, queued } = state.batch ?? { entries: [], queued: [] }
  const bytes = entries.map((entry) => Uint8Array.from(Buffer.from(entry, 'base64url')))
  await writeBatch(database, state.size, bytes)
  const size = state.size + entries.length
  const head = await continuedHead(ports, state, size)
  // They are in the state until it is published, so that ending here loses none and takes none in twice.
  if (queued.length > 0) await database.in(LOG_QUEUE).removeWhere({ _id: database.command.in(queued) })
  await changeLogState(ports, state, { size, batch: null, ...signHead(ports, head) })
  await removeOldPartials(ports, state.size, size)
}

/** Never signs what does not continue the signed checkpoint, whatever happened to the database. */
async function continuedHead(ports: LogPorts, state: LogState, size: number): Promise<TreeHead> {
  const read = readNodesOfTiles(size, (tile) => readHashes(ports.database, tile))
  const newer = { size, root: await treeRoot(read, size) }
  const older = signedHead(ports, state)
  const proof = await proveConsistency(read, older.size, size)
  if (older.size > 0 && !verifyConsistency(older, newer, proof))
    throw new Error(`The tiles of the log do not continue its checkpoint of ${older.size} entries.`)
  return newer
}

function signedHead({ logSigner }: LogPorts, { checkpoint, size }: LogState): TreeHead {
  const opened = verifyCheckpoint(checkpoint, logSigner)
  if (opened?.size !== size) throw new Error('The last checkpoint is not signed with the key of this log.')
  return opened
}

async function signAgain(ports: LogPorts, state: LogState): Promise<void> {
  if (ports.now() - state.signedAt.getTime() < RESIGN_AFTER_MS) return
  await changeLogState(ports, state, signHead(ports, signedHead(ports, state)))
}

/** One tile behind: a reader of an older checkpoint may be on the way to the partial tiles of the newest. */
async function removeOldPartials({ database }: LogPorts, from: number, to: number): Promise<void> {
  for (let level = 0, width = TILE_WIDTH; to / width >= 1; level++, width *= TILE_WIDTH) {
    const [first, last] = [Math.floor(from / width), Math.floor(to / width)]
    for (let index = Math.max(0, first - 1); index < last - 1; index++) {
      await removePartials(database, { level, index })
      if (level === 0) await removePartials(database, { level: 'entries', index })
    }
  }
}
