import {
  distance,
  invertProjection,
  middle,
  type Projection,
  project,
  type Quad,
} from '@nansha/shared/geometry/projection'
import { distance as apart, mean } from '@nansha/shared/geometry/similarity'
import { expect, it } from 'vitest'

/** A photo of a page from the side: every entry of the matrix counts. */
const FROM_THE_SIDE: Projection = [3, 0.5, 7, -0.25, 2, 11, 0.125, 0.0625, 1]

it('a projection divides by the depth that it gives a point', () => {
  expect(project(FROM_THE_SIDE, [0, 0])).toEqual([7, 11])
  // 3·8 + 0.5·4 + 7 = 33; −0.25·8 + 2·4 + 11 = 17; 0.125·8 + 0.0625·4 + 1 = 2.25
  const [u, v] = project(FROM_THE_SIDE, [8, 4])
  expect(u).toBeCloseTo(33 / 2.25)
  expect(v).toBeCloseTo(17 / 2.25)
})

it('the inverse of a projection leads every point back', () => {
  const back = invertProjection(FROM_THE_SIDE)
  for (const point of [
    [0, 0],
    [8, 4],
    [-3, 5],
    [40, -2],
  ] as const) {
    const [x, y] = project(back, project(FROM_THE_SIDE, point))
    expect(x).toBeCloseTo(point[0])
    expect(y).toBeCloseTo(point[1])
  }
})

it('the inverse of a projection is its adjugate', () => {
  expect(invertProjection([1, 2, 3, 4, 5, 6, 7, 8, 10])).toEqual([2, 4, -3, 2, -11, 6, -3, 6, -3])
})

it('the middle of four corners and the distance of two points are those of the plane', () => {
  const corners: Quad = [
    [0, 1],
    [10, 3],
    [12, 23],
    [2, 25],
  ]
  expect(middle(corners)).toEqual([6, 13])
  expect(distance([1, 2], [4, 6])).toBe(5)
  expect(apart({ x: 1, y: 2 }, { x: 4, y: -2 })).toBe(5)
  expect(
    mean([
      { x: 1, y: 2 },
      { x: 4, y: -2 },
    ]),
  ).toEqual({ x: 2.5, y: 0 })
})
