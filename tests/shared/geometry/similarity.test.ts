import { apply, fitSimilarity, invert } from '@nansha/shared/geometry/similarity'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const number = fc.double({ min: -100, max: 100, noNaN: true })
const similarity = fc.record({
  a: fc.double({ min: 0.1, max: 5, noNaN: true }),
  b: number,
  tx: number,
  ty: number,
})
const points = fc.array(fc.record({ x: number, y: number }), { minLength: 3, maxLength: 8 })

it('a similarity transform undoes itself', () => {
  fc.assert(
    fc.property(similarity, number, number, (place, x, y) => {
      const back = apply(invert(place), apply(place, { x, y }))
      expect(back.x).toBeCloseTo(x, 6)
      expect(back.y).toBeCloseTo(y, 6)
    }),
  )
})

it('a similarity transform is found again from the points that it moved', () => {
  fc.assert(
    fc.property(similarity, points, (place, from) => {
      const spread = Math.max(
        ...from.map((p) => Math.hypot(p.x - (from[0]?.x ?? 0), p.y - (from[0]?.y ?? 0))),
      )
      fc.pre(spread > 1)
      const found = fitSimilarity(
        from,
        from.map((point) => apply(place, point)),
      )
      for (const key of ['a', 'b', 'tx', 'ty'] as const) expect(found[key]).toBeCloseTo(place[key], 4)
    }),
  )
})

it('a similarity transform needs a target for every point', () => {
  const [p, q] = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ]
  expect(() => fitSimilarity([p, q], [p])).toThrow(RangeError)
})
