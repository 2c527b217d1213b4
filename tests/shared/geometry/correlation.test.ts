import { correlation } from '@nansha/shared/geometry/correlation'
import { shareAlong } from '@nansha/shared/geometry/share-along'
import { expect, it } from 'vitest'

it('a correlation tells rows that rise together from rows that do not, whatever their brightness', () => {
  expect(correlation([1, 2, 4], [10, 20, 40])).toBeCloseTo(1)
  expect(correlation(Float64Array.of(1, 2, 4), [-1, -2, -4])).toBeCloseTo(-1)
  expect(correlation([1, 2, 1, 2], [1, 1, 2, 2])).toBeCloseTo(0)
})

it('a correlation with a row that does not vary is like nothing', () => {
  expect(correlation([1, 2, 3], [5, 5, 5])).toBeNaN()
})

it('the foot of a point on a line is 0 at its beginning and 1 at its end, whatever its distance', () => {
  const [from, to] = [
    { x: 1, y: 1 },
    { x: 5, y: 1 },
  ]
  expect([1, 3, 5].map((x) => shareAlong({ x, y: 9 }, from, to))).toEqual([0, 0.5, 1])
  const [low, high] = [
    { x: 2, y: 1 },
    { x: 5, y: 7 },
  ]
  expect(shareAlong({ x: 3, y: 3 }, low, high)).toBeCloseTo(1 / 3)
  expect(shareAlong({ x: 1, y: 4 }, low, high)).toBeCloseTo(1 / 3)
  expect(shareAlong({ x: 8, y: 13 }, low, high)).toBeCloseTo(2)
})
