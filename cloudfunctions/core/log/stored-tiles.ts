import { splitTile, TILE_WIDTH, type Tile, tilePath } from '@nansha/shared/log/tile'
import type { Database } from '../platform/database'
import { LOG_TILES } from '../records/log'

/** @returns the bytes of a tile or bundle as it was written, or `undefined` */
export async function readTile(database: Database, tile: Tile): Promise<Uint8Array | undefined> {
  const record = await database.in(LOG_TILES).get(tilePath(tile))
  return record ? Uint8Array.from(Buffer.from(record.bytes, 'base64url')) : undefined
}

/** @throws Error when it is not there, or not as wide as its name says */
export async function readHashes(database: Database, tile: Tile): Promise<Uint8Array[]> {
  const bytes = await readTile(database, tile)
  const hashes = bytes && splitTile(bytes, tile.width)
  if (!hashes) throw new Error(`The log has lost ${tilePath(tile)}.`)
  return hashes
}

/**
 * Writes a tile or bundle. The same again changes nothing.
 *
 * @throws Error when another one is there: what was published under a path stays as it was
 */
export async function writeTile(database: Database, tile: Tile, bytes: Uint8Array): Promise<void> {
  const record = { _id: tilePath(tile), bytes: Buffer.from(bytes).toString('base64url') }
  const tiles = database.in(LOG_TILES)
  if ((await tiles.insert(record)) === 'inserted') return
  const written = await tiles.get(record._id)
  if (written?.bytes !== record.bytes) throw new Error(`${record._id} is there already, and another.`)
}

/** Removes the partial forms of a tile that has been full for a while: they are beginnings of the full one. */
export async function removePartials(database: Database, tile: Omit<Tile, 'width'>): Promise<void> {
  const widths = Array.from({ length: TILE_WIDTH - 1 }, (_, less) => less + 1)
  const paths = widths.map((width) => tilePath({ ...tile, width }))
  await database.in(LOG_TILES).removeWhere({ _id: database.command.in(paths) })
}
