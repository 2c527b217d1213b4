import { concatBytes } from '@nansha/shared/encoding/bytes'
import { encodeBundle } from '@nansha/shared/log/entry-bundle'
import { hashLeaf } from '@nansha/shared/log/hashes'
import { bundleAt, foldPerfect, TILE_WIDTH } from '@nansha/shared/log/tile'
import type { Database } from '../platform/database'
import { readHashes, readTile, writeTile } from './stored-tiles'

/**
 * Writes the bundles and tiles of a log that grows from `size` by these entries, and of no size in between. Whatever is
 * there already of the same growth stays.
 *
 * @throws Error when something else is there, or a tile of the present size is missing
 */
export async function writeBatch(
  database: Database,
  size: number,
  entries: readonly Uint8Array[],
): Promise<void> {
  await writeBundles(database, size, entries)
  let [from, row] = [size, entries.map(hashLeaf)]
  for (let level = 0; row.length > 0; level++) {
    row = await writeLevel(database, level, from, row)
    from = Math.floor(from / TILE_WIDTH)
  }
}

async function writeBundles(database: Database, size: number, entries: readonly Uint8Array[]): Promise<void> {
  const written = size % TILE_WIDTH
  const start = size - written
  const before = written > 0 ? await readTile(database, bundleAt(start, size)) : new Uint8Array(0)
  if (!before) throw new Error(`The log has lost its entries from ${start} on.`)
  const end = size + entries.length
  for (let at = start; at < end; at += TILE_WIDTH) {
    const added = encodeBundle(entries.slice(Math.max(0, at - size), at + TILE_WIDTH - size))
    await writeTile(database, bundleAt(at, end), at === start ? concatBytes(before, added) : added)
  }
}

/** @returns the hashes that this adds to the next level */
async function writeLevel(
  database: Database,
  level: number,
  from: number,
  row: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const written = from % TILE_WIDTH
  const first = Math.floor(from / TILE_WIDTH)
  const before = written > 0 ? await readHashes(database, { level, index: first, width: written }) : []
  const hashes = [...before, ...row]
  const parents: Uint8Array[] = []
  for (let at = 0; at < hashes.length; at += TILE_WIDTH) {
    const inTile = hashes.slice(at, at + TILE_WIDTH)
    const tile = { level, index: first + at / TILE_WIDTH, width: inTile.length }
    await writeTile(database, tile, concatBytes(...inTile))
    if (inTile.length === TILE_WIDTH) parents.push(foldPerfect(inTile))
  }
  return parents
}
