import { HASH_BYTES, hashNode } from './hashes'
import type { ReadNode } from './tree'

/** Hashes in a full tile, and entries in a full bundle; each level of tiles is eight levels of the tree. */
export const TILE_WIDTH = 256
const TILE_HEIGHT = 8

/** A run of hashes of one level of the tree, or, with `level` `entries`, of entries (C2SP tlog-tiles). */
export interface Tile {
  readonly level: number | 'entries'
  /** Counted from the left, beginning with 0. */
  readonly index: number
  /** 1 to 256; less than 256 is a partial tile, at the right edge of a tree. */
  readonly width: number
}

/** `tile/<level>/<index>`, the index in groups of three digits, with `.p/<width>` for a partial tile. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')
  return `tile/${level}/${name}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

const PATH = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** @returns the tile, or `undefined` unless {@link tilePath} writes exactly this path for it */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, name, partial] = PATH.exec(path) ?? []
  if (level === undefined || name === undefined) return undefined
  const tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(name.replace(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  } as const
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : undefined
}

/** The tile of a level that holds the `position`-th hash of that level, as wide as it is in a tree of `size` leaves. */
export function tileAt(level: number, position: number, size: number): Tile {
  const index = Math.floor(position / TILE_WIDTH)
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) }
}

/** The bundle that holds the entry at `position`, as wide as it is in a log of `size` entries. */
export function bundleAt(position: number, size: number): Tile {
  return { ...tileAt(0, position, size), level: 'entries' }
}

/** @returns the hashes of a tile, or `undefined` when these are not `width` hashes */
export function splitTile(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  if (bytes.length !== width * HASH_BYTES) return undefined
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}

/**
 * Reads nodes of a tree from its tiles, each fetched once.
 *
 * @param size of the tree, by which the partial tiles are named
 * @param fetchTile the hashes of a tile of a numbered level; their number is checked
 */
export function readNodesOfTiles(
  size: number,
  fetchTile: (tile: Tile) => Promise<readonly Uint8Array[]>,
): ReadNode {
  const fetched = new Map<string, Promise<readonly Uint8Array[]>>()
  const fetchOnce = (tile: Tile) => {
    const path = tilePath(tile)
    const known = fetched.get(path) ?? fetchTile(tile)
    fetched.set(path, known)
    return known
  }
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT)
    const leaves = 2 ** (height % TILE_HEIGHT)
    const tile = tileAt(level, index * leaves, size)
    const hashes = await fetchOnce(tile)
    if (hashes.length !== tile.width) throw new RangeError(`Tile ${tilePath(tile)} is not complete.`)
    const from = index * leaves - tile.index * TILE_WIDTH
    return foldPerfect(hashes.slice(from, from + leaves))
  }
}

/** Root of a perfect subtree over as many hashes as a power of two. */
export function foldPerfect(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, at) =>
      hashNode(row[2 * at] as Uint8Array, row[2 * at + 1] as Uint8Array),
    )
  }
  return row[0] as Uint8Array
}
