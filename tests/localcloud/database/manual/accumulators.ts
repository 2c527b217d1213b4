import type { Document } from '@nansha/localcloud/database/ejson'

/** The values of a group, and what an accumulator makes of them. */
export const accumulatorExamples: Readonly<
  Record<string, readonly { values: readonly unknown[]; gives: unknown }[]>
> = {
  $addToSet: [
    { values: ['abc', 'abc', 'xyz'], gives: ['abc', 'xyz'] },
    { values: [1, undefined, null], gives: [1, null] },
    {
      values: [[1, 2], [1, 2], { a: 1, b: 2 }, { b: 2, a: 1 }],
      gives: [[1, 2], { a: 1, b: 2 }, { b: 2, a: 1 }],
    },
  ],
  $avg: [
    { values: [10, 20, 5], gives: 35 / 3 },
    { values: [10, 'x', null, undefined], gives: 10 },
    { values: ['x'], gives: null },
  ],
  $first: [
    { values: [3, 1], gives: 3 },
    { values: [undefined, 1], gives: null },
  ],
  $last: [
    { values: [3, 1], gives: 1 },
    { values: [3, undefined], gives: null },
  ],
  $max: [
    { values: [1, 9, null, 3], gives: 9 },
    { values: [1, 'a'], gives: 'a' },
    { values: [null, undefined], gives: null },
    {
      values: [
        [1, 9],
        [2, 0],
      ],
      gives: [2, 0],
    },
  ],
  $mergeObjects: [
    { values: [{ a: 1 }, undefined, { a: 2, b: 1 }], gives: { a: 2, b: 1 } },
    { values: [null], gives: {} },
  ],
  $min: [
    { values: [5, 2, null], gives: 2 },
    { values: ['a', 7], gives: 7 },
  ],
  $push: [{ values: [1, undefined, null, 1], gives: [1, null, 1] }],
  $stdDevPop: [
    { values: [95, 82, 96], gives: 6.377042156569663 },
    { values: [7], gives: 0 },
    { values: ['x'], gives: null },
  ],
  $stdDevSamp: [
    { values: [95, 82, 96], gives: 7.810249675906654 },
    { values: [7], gives: null },
  ],
  $sum: [
    { values: [2, 1, 'x', null, undefined], gives: 3 },
    { values: [], gives: 0 },
    { values: [2 ** 53 - 1, 2], gives: 2n ** 53n + 1n },
  ],
}

/** Documents with the values in `v`. */
export function withValues(values: readonly unknown[]): Document[] {
  return values.map((v, _id) => (v === undefined ? { _id } : { _id, v }))
}
