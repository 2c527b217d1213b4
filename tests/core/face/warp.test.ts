import type { Pixels } from '@nansha/core/face/pixels'
import { warp } from '@nansha/core/face/warp'
import { expect, it } from 'vitest'

/** A grey picture out of rows of values. */
const picture = (...rows: number[][]): Pixels => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  data: Uint8Array.from(rows.flat().flatMap((value) => [value, value, value])),
})
const values = ({ data }: Pixels) => [...data].filter((_, index) => index % 3 === 0)

const source = picture([10, 20, 30], [40, 50, 60])

it('warp changes nothing where nothing is asked', () => {
  expect(values(warp(source, { a: 1, b: 0, tx: 0, ty: 0 }, 3, 2))).toEqual([10, 20, 30, 40, 50, 60])
})

it('warp moves by whole pixels and goes on with the border', () => {
  expect(values(warp(source, { a: 1, b: 0, tx: 1, ty: 0 }, 3, 2))).toEqual([10, 10, 20, 40, 40, 50])
})

it('warp turns by a quarter', () => {
  expect(values(warp(source, { a: 0, b: 1, tx: 2, ty: 0 }, 2, 3))).toEqual([40, 10, 50, 20, 60, 30])
})

it('warp averages what it shrinks, so that a fine pattern turns grey and does not alias', () => {
  const checks = picture(
    ...Array.from({ length: 8 }, (_, y) => Array.from({ length: 8 }, (_, x) => ((x + y) % 2 ? 200 : 0))),
  )
  expect(values(warp(checks, { a: 0.5, b: 0, tx: 0, ty: 0 }, 4, 4))).toEqual(new Array(16).fill(100))
})
