import { decodeBundle, encodeBundle } from '@nansha/shared/log/entry-bundle'
import { HASH_BYTES } from '@nansha/shared/log/hashes'
import { parseTilePath, TILE_WIDTH, type Tile } from '@nansha/shared/log/tile'
import type { Database } from '../platform/database'
import { LOG_STATE, LOG_STATE_ID } from '../records/log'
import { readTile } from './stored-tiles'

/** The signed note, or `undefined` before the sequencer ran for the first time. */
export async function readCheckpoint(database: Database): Promise<string | undefined> {
  return (await database.in(LOG_STATE).get(LOG_STATE_ID))?.checkpoint
}

/**
 * A tile or bundle as C2SP tlog-tiles names it. A partial one that was removed is cut from the full one, of which it is
 * the beginning.
 *
 * @param path `tile/…`, from the world
 */
export async function readTileAt(database: Database, path: string): Promise<Uint8Array | undefined> {
  const tile = parseTilePath(path)
  if (!tile) return undefined
  const exact = await readTile(database, tile)
  if (exact || tile.width === TILE_WIDTH) return exact
  const full = await readTile(database, { ...tile, width: TILE_WIDTH })
  return full && beginningOf(full, tile)
}

function beginningOf(full: Uint8Array, { level, width }: Tile): Uint8Array | undefined {
  if (level !== 'entries') return full.slice(0, width * HASH_BYTES)
  const entries = decodeBundle(full, TILE_WIDTH)
  return entries && encodeBundle(entries.slice(0, width))
}
