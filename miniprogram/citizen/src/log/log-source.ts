import type { Ask } from '@nansha/kit/cloud/ask'
import { LOG_RESOURCES, type LogResources } from '@nansha/shared/api/trust'
import { decodeBase64url } from '@nansha/shared/encoding/base64url'
import { decodeUtf8 } from '@nansha/shared/encoding/utf8'
import { NanshaError } from '@nansha/shared/errors'
import { decodeBundle } from '@nansha/shared/log/entry-bundle'
import { bundleAt, splitTile, TILE_WIDTH, type Tile, tilePath } from '@nansha/shared/log/tile'

/** Where the phone reads the public log. Nothing that it says is believed before a signed root follows from it. */
export interface LogSource {
  /** The signed note. */
  fetchCheckpoint(): Promise<string>
  /** The hashes of a tile of a numbered level. */
  fetchTile(tile: Tile): Promise<Uint8Array[]>
  /** The entries from `from` to before `to`, in order, of a log of `size` entries; a few bundles at a time. */
  readEntries(from: number, to: number, size: number): AsyncIterable<Uint8Array>
}

/** @throws NanshaError, from each method: OFFLINE, SERVICE_UNAVAILABLE for what is not there or cannot be read */
export function createLogSource(ask: Ask): LogSource {
  const fetchAll = async (paths: readonly string[]): Promise<Uint8Array[]> => {
    const { log } = await ask<LogResources>('trust', { log: paths })
    const found = paths.map((_, at) => decodeBase64url(log[at] ?? '!'))
    if (!found.every((bytes) => bytes !== undefined)) throw new NanshaError('SERVICE_UNAVAILABLE')
    return found
  }
  const fetchOne = async (path: string) => (await fetchAll([path]))[0] ?? new Uint8Array(0)

  return {
    fetchCheckpoint: async () => required(decodeUtf8(await fetchOne('checkpoint'))),
    fetchTile: async (tile) => required(splitTile(await fetchOne(tilePath(tile)), tile.width)),
    async *readEntries(from, to, size) {
      if (from >= to) return
      const first = from - (from % TILE_WIDTH)
      for (let start = first; start < to; start += LOG_RESOURCES * TILE_WIDTH) {
        const tiles = bundlesBetween(start, Math.min(to, start + LOG_RESOURCES * TILE_WIDTH), size)
        const bundles = await fetchAll(tiles.map(tilePath))
        const entries = tiles.flatMap(({ width }, at) =>
          required(decodeBundle(bundles[at] ?? new Uint8Array(0), width)),
        )
        yield* entries.slice(Math.max(0, from - start), to - start)
      }
    },
  }
}

function bundlesBetween(start: number, end: number, size: number): Tile[] {
  const count = Math.ceil((end - start) / TILE_WIDTH)
  return Array.from({ length: count }, (_, at) => bundleAt(start + at * TILE_WIDTH, size))
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new NanshaError('SERVICE_UNAVAILABLE')
  return value
}
