import { randomId } from '@nansha/core/function/random-id'
import { sequenceLog } from '@nansha/core/log/sequence-log'
import type { Collection, CollectionToken, Database, Stored } from '@nansha/core/platform/database'
import {
  LOG_QUEUE,
  LOG_STATE,
  LOG_STATE_ID,
  LOG_TILES,
  type LogState,
  type LogTileRecord,
} from '@nansha/core/records/log'
import { encodeEntry } from '@nansha/shared/log/entry'
import { EMPTY_ROOT, hashLeaf } from '@nansha/shared/log/hashes'
import { proveConsistency, proveInclusion, treeRoot } from '@nansha/shared/log/tree'
import { verifyConsistency } from '@nansha/shared/log/verify-consistency'
import { verifyInclusion } from '@nansha/shared/log/verify-inclusion'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestClock, NOW, NOW_MS } from '../../support/clock'
import { issueToLog, logEntry, logSigner, readLog } from '../../support/log'
import { createMemoryDatabase } from '../../support/memory-database'
import { createTree } from '../../support/merkle-tree'

let database: ReturnType<typeof createMemoryDatabase>
const clock = createTestClock()
const portsOf = (database: Database) => ({ database, now: () => clock.now, logSigner })
const sequence = () => sequenceLog(portsOf(database))
let issued = 0
/** Issues so many, to people of their own. */
const issue = async (count: number) => {
  for (let n = 0; n < count; n++) await issueToLog(database, logEntry(`credential ${issued++}`))
}
beforeEach(() => {
  database = createMemoryDatabase()
  clock.now = NOW_MS
  issued = 0
})

describe('the sequencer', () => {
  it('begins with the checkpoint of the empty tree', async () => {
    expect(await sequence()).toBe(0)
    const { checkpoint } = await readLog(database)
    expect(checkpoint).toMatchObject({
      origin: logSigner.origin,
      size: 0,
      root: EMPTY_ROOT,
      at: NOW,
    })
  })

  it('gives every waiting entry one place, and leaves none waiting', async () => {
    await issue(5)
    expect(await sequence()).toBe(5)
    const { checkpoint, entries } = await readLog(database)
    expect(checkpoint.size).toBe(5)
    expect(new Set(entries.map(({ credential }) => String(credential))).size).toBe(5)
    expect(database.dump()[LOG_QUEUE.name]).toBeUndefined()
    expect(await sequence()).toBe(0)
  })

  it('grows a log whose checkpoints continue one another, with proofs for each entry, through many sizes', async () => {
    const heads = []
    for (const count of [1, 2, 253, 1, 300, 513, 7]) {
      await issue(count)
      await sequence()
      heads.push((await readLog(database)).checkpoint)
    }
    const { checkpoint, entries, read } = await readLog(database)
    const leaves = entries.map(encodeEntry)
    expect(checkpoint.size).toBe(1077)
    expect(checkpoint.root).toEqual(createTree(leaves).root(1077))
    for (const head of heads)
      expect(
        verifyConsistency(head, checkpoint, await proveConsistency(read, head.size, checkpoint.size)),
      ).toBe(true)
    for (const index of [0, 255, 256, 1076]) {
      const proof = await proveInclusion(read, index, checkpoint.size)
      expect(
        verifyInclusion({ index, leafHash: hashLeaf(leaves[index] as Uint8Array), proof }, checkpoint),
      ).toBe(true)
    }
    expect(await treeRoot(read, checkpoint.size)).toEqual(checkpoint.root)
  })

  it('takes more than one batch holds in one run', async () => {
    await issue(2300)
    expect(await sequence()).toBe(2300)
    const { checkpoint, entries } = await readLog(database)
    expect(checkpoint.size).toBe(2300)
    expect(new Set(entries.map(({ credential }) => String(credential))).size).toBe(2300)
  })

  it('never changes a tile: what was published at one size is there at every later one, in the tile or in the full one', async () => {
    const published = new Map<string, string>()
    for (const count of [3, 250, 10, 600, 1]) {
      await issue(count)
      await sequence()
      for (const { _id, bytes } of (database.dump()[LOG_TILES.name] ?? []) as LogTileRecord[])
        published.set(_id, bytes)
    }
    const kept = new Map(
      (database.dump()[LOG_TILES.name] as LogTileRecord[]).map(({ _id, bytes }) => [_id, bytes]),
    )
    const bytesOf = (text = '') => Buffer.from(text, 'base64url')
    for (const [path, bytes] of published) {
      const full = bytesOf(kept.get(path) ?? kept.get(path.replace(/\.p\/\d+$/, '')))
      expect(full.subarray(0, bytesOf(bytes).length).equals(bytesOf(bytes)), path).toBe(true)
    }
    // Partial tiles of a tile that has been full for a while are gone.
    expect([...published.keys()]).toContain('tile/0/000.p/3')
    expect([...kept.keys()]).not.toContain('tile/0/000.p/3')
    expect([...kept.keys()].filter((path) => path.startsWith('tile/entries/000'))).toEqual([
      'tile/entries/000',
    ])
  })

  it('signs the same tree again after five minutes, so that readers see that it lives', async () => {
    await issue(2)
    await sequence()
    const { checkpoint: first } = await readLog(database)
    clock.now += 4 * 60_000
    await sequence()
    expect((await readLog(database)).checkpoint.at).toBe(first.at)
    clock.now += 60_000
    await sequence()
    expect((await readLog(database)).checkpoint).toEqual({ ...first, at: (first.at ?? 0) + 300 })
  })

  it('signs nothing when a tile was rewritten behind its back', async () => {
    await issue(3)
    await sequence()
    const before = await readLog(database)
    const tiles = database.in(LOG_TILES)
    const forged = Buffer.from((await tiles.get('tile/0/000.p/3'))?.bytes ?? '', 'base64url').fill(1, 0, 32)
    await tiles.put({ _id: 'tile/0/000.p/3', bytes: forged.toString('base64url') })
    await issue(1)
    await expect(sequence()).rejects.toThrow('do not continue its checkpoint of 3 entries')
    expect((await readLog(database)).checkpoint).toEqual(before.checkpoint)
  })

  it('does not write over a tile that is there already', async () => {
    await issue(1)
    await database.in(LOG_TILES).put({ _id: 'tile/0/000.p/1', bytes: 'AAAA' })
    await expect(sequence()).rejects.toThrow('tile/0/000.p/1 is there already')
  })
})

/** A database that ends the run before its n-th writing operation, as a crash does. */
function crashing(inner: Database, after: number): Database {
  let left = after
  const step = () => {
    if (left-- <= 0) throw new Error('the process ended')
  }
  const writes = ['insert', 'put', 'update', 'remove', 'removeWhere', 'updateWhere'] as const
  return {
    ...inner,
    in: <T extends Stored>(token: CollectionToken<T>) => {
      const collection = inner.in(token)
      const wrapped = Object.fromEntries(
        writes.map((write) => [
          write,
          async (...values: unknown[]) => {
            step()
            return (collection[write] as (...values: unknown[]) => unknown)(...values)
          },
        ]),
      )
      return { ...collection, ...wrapped } as Collection<T>
    },
    transaction: (work) => {
      step()
      return inner.transaction(work)
    },
  }
}

describe('a sequencer that is killed', () => {
  it('after any of its writes leaves a log that the next run finishes, with every entry once', async () => {
    let run = 'ended'
    let after = 0
    for (; run === 'ended'; after++) {
      database = createMemoryDatabase()
      issued = 0
      await issue(254)
      await sequence()
      await issue(4)
      run = await sequenceLog(portsOf(crashing(database, after))).then(
        () => 'done',
        () => 'ended',
      )
      const { checkpoint, entries } = await readLog(database)
      expect(checkpoint.root).toEqual(createTree(entries.map(encodeEntry)).root(entries.length))
      await sequence()
      const finished = await readLog(database)
      expect(finished.entries).toHaveLength(issued)
      expect(new Set(finished.entries.map(({ credential }) => String(credential))).size).toBe(issued)
    }
    // Batch, two bundles, two tiles and the one above them, queue, checkpoint.
    expect(after).toBe(9)
  })

  it('changes nothing when it is revived long after another went on', async () => {
    await issue(3)
    await sequence()
    const old = (await database.in(LOG_STATE).get(LOG_STATE_ID)) as LogState
    await issue(3)
    await sequence()
    const now = await readLog(database)
    const { changeLogState } = await import('@nansha/core/log/log-state')
    expect(await changeLogState(portsOf(database), old, { batch: { entries: [], queued: [] } })).toBe(false)
    expect((await readLog(database)).checkpoint).toEqual(now.checkpoint)
  })
})

it('the order of entries in the log tree is that of random ids, not of issuance', async () => {
  const ids = ['c', 'a', 'b']
  for (const id of ids) await issueToLog(database, logEntry(id), () => id)
  await sequence()
  const { entries } = await readLog(database)
  expect(entries).toEqual(['a', 'b', 'c'].map((id) => logEntry(id)))
  expect(randomId()).not.toBe(randomId())
})
