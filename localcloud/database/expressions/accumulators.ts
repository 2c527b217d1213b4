import { compareValues } from '../compare'
import type { Value } from '../ejson'
import { add, isNumeric, type Numeric } from '../numbers'
import { isNil } from './expression'
import { merge } from './objects'
import { setOf } from './sets'

/** Makes one value of the values of a group, of which `undefined` are missing ones. */
export type Accumulate = (values: readonly Value[]) => Value

/** Accumulators of `$group`, `$bucket` and `$bucketAuto`. */
export const accumulators: Readonly<Record<string, Accumulate>> = {
  $addToSet: (values) => [...setOf(values.filter(isPresent)).values()],
  $avg: (values) => mean(values.filter(isNumeric)),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $max: (values) => extreme(values, 1),
  $mergeObjects: merge,
  $min: (values) => extreme(values, -1),
  $push: (values) => values.filter(isPresent),
  $stdDevPop: (values) => deviation(values.filter(isNumeric), 0),
  $stdDevSamp: (values) => deviation(values.filter(isNumeric), 1),
  $sum: (values) => values.filter(isNumeric).reduce(add, 0),
}

function isPresent(value: Value): boolean {
  return value !== undefined
}

/** Null and missing do not count; of nothing else it is null. */
function extreme(values: readonly Value[], sign: 1 | -1): Value {
  return values
    .filter((value) => !isNil(value))
    .reduce<Value>(
      (best, value) => (best === null || compareValues(value, best) * sign > 0 ? value : best),
      null,
    )
}

function mean(numbers: readonly Numeric[]): number | null {
  return numbers.length === 0 ? null : Number(numbers.reduce(add, 0)) / numbers.length
}

/** @param less 0 over a whole population, 1 over a sample, which needs two numbers */
function deviation(numbers: readonly Numeric[], less: 0 | 1): number | null {
  if (numbers.length <= less) return null
  const middle = mean(numbers) ?? 0
  const squares = numbers.reduce<number>((sum, one) => sum + (Number(one) - middle) ** 2, 0)
  return Math.sqrt(squares / (numbers.length - less))
}
