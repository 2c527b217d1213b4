import { boundingRectangle } from '@nansha/core/document/text/bounding-rectangle'
import { distance, type Point } from '@nansha/shared/geometry/projection'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const turned = (angle: number, [x, y]: Point): Point => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
]

test('boundingRectangle finds a rectangle of points again, whatever its angle', () => {
  const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
  const side = fc.double({ min: 1, max: 500, noNaN: true })
  fc.assert(
    fc.property(angle, side, side, (turn, width, height) => {
      const corners = [[0, 0] as const, [width, 0] as const, [width, height] as const, [0, height] as const]
      const inside = [[width / 2, height / 3] as const, [width / 4, height / 2] as const]
      const [a, b, c] = boundingRectangle([...inside, ...corners].map((point) => turned(turn, point)))
      const found = [distance(a, b), distance(b, c)].sort((p, q) => p - q)
      const expected = [width, height].sort((p, q) => p - q)
      expect(found[0]).toBeCloseTo(expected[0] ?? 0, 6)
      expect(found[1]).toBeCloseTo(expected[1] ?? 0, 6)
    }),
  )
})

test('boundingRectangle refuses an empty cloud', () => {
  expect(() => boundingRectangle([])).toThrow(RangeError)
})
