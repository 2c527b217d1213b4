import { hashLeaf } from '@nansha/shared/log/hashes'
import {
  bundleAt,
  foldPerfect,
  parseTilePath,
  readNodesOfTiles,
  splitTile,
  tileAt,
  tilePath,
} from '@nansha/shared/log/tile'
import { proveInclusion, treeRoot } from '@nansha/shared/log/tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTree, numberedLeaves } from '../../support/merkle-tree'

describe('the path of a tile', () => {
  it('is as C2SP tlog-tiles writes it', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 1, index: 0, width: 17 })).toBe('tile/1/000.p/17')
    expect(tilePath({ level: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112')
  })

  it('is read back, and nothing else is', () => {
    const tiles = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 999_999_999_999_999 })),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile)
      }),
    )
    for (const path of [
      'tile/0/0',
      'tile/0/0000',
      'tile/0/x000/001',
      'tile/00/000',
      'tile/64/000',
      'tile/-1/000',
      'tile/entries/',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/000.p/',
      'tile/0/../000',
      'tile/0/001/000',
      'tile/0/000 ',
      '/tile/0/000',
      'tile/0/x001/x001/x001/x001/x001/000',
      'tile/0/000.p/999',
      '',
    ])
      expect(parseTilePath(path), path).toBeUndefined()
  })

  it('names the tiles of a tree of 70,000 that the specification counts', () => {
    const size = 70_000
    expect(tileAt(0, 69_999, size)).toEqual({ level: 0, index: 273, width: 112 })
    expect(tileAt(1, 272, size)).toEqual({ level: 1, index: 1, width: 17 })
    expect(tileAt(2, 0, size)).toEqual({ level: 2, index: 0, width: 1 })
    expect(tileAt(1, 0, 256)).toEqual({ level: 1, index: 0, width: 1 })
    expect(bundleAt(255, 256)).toEqual({ level: 'entries', index: 0, width: 256 })
  })
})

describe('a tree that is read from tiles', () => {
  const size = 66_100
  const hashes = numberedLeaves(size).map(hashLeaf)
  const levels = [hashes]
  for (let row = hashes; row.length >= 256; ) {
    row = Array.from({ length: Math.floor(row.length / 256) }, (_, n) =>
      foldPerfect(row.slice(n * 256, n * 256 + 256)),
    )
    levels.push(row)
  }
  const asked: string[] = []
  const read = readNodesOfTiles(size, async (tile) => {
    asked.push(tilePath(tile))
    return (levels[tile.level as number] ?? []).slice(tile.index * 256, tile.index * 256 + tile.width)
  })

  it('is the tree that its leaves make, and each tile is fetched once', async () => {
    const tree = createTree(numberedLeaves(size))
    expect(await treeRoot(read, size)).toEqual(tree.root(size))
    for (const index of [0, 255, 256, 65_535, 65_536, 66_099])
      expect(await proveInclusion(read, index, size)).toEqual(await proveInclusion(tree.read, index, size))
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toContain('tile/2/000.p/1')
  })

  it('is refused from a tile that is too short', async () => {
    const short = readNodesOfTiles(300, async () => hashes.slice(0, 43))
    await expect(treeRoot(short, 300)).rejects.toThrow(RangeError)
    expect(splitTile(new Uint8Array(64), 2)).toHaveLength(2)
    expect(splitTile(new Uint8Array(63), 2)).toBeUndefined()
  })
})
