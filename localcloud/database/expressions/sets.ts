import { compareValues } from '../compare'
import type { Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { orderKey } from '../order-key'
import { type Build, isNil, isTrue, list, unary, values } from './expression'

const ANY = [0, Number.POSITIVE_INFINITY] as const

/**
 * Operators that take lists as sets: no order, no repetition, and a list within is one element. MongoDB leaves the order of
 * results open; here it is that of the values.
 */
export const sets: Readonly<Record<string, Build>> = {
  $allElementsTrue: unary((items, name) => list(items, name).every(isTrue)),
  $anyElementTrue: unary((items, name) => list(items, name).some(isTrue)),
  $setDifference: values([2, 2], ([items, others], name) => {
    if (isNil(items) || isNil(others)) return null
    const without = keys(list(others, name))
    return [...setOf(list(items, name))].filter(([key]) => !without.has(key)).map(([, item]) => item)
  }),
  $setEquals: values([2, Number.POSITIVE_INFINITY], (all, name) => {
    const [first = new Set<string>(), ...others] = all.map((items) => keys(list(items, name)))
    return others.every((other) => other.size === first.size && [...other].every((key) => first.has(key)))
  }),
  $setIntersection: values(ANY, (all, name) => {
    if (all.some(isNil)) return null
    const [first = [], ...others] = all.map((items) => list(items, name))
    const within = others.map(keys)
    const common = [...setOf(first)].filter(([key]) => within.every((set) => set.has(key)))
    return common.map(([, item]) => item).sort(compareValues)
  }),
  $setIsSubset: values([2, 2], ([items, others], name) => {
    if (isNil(items) || isNil(others)) throw invalidOperator('$setIsSubset needs two lists.')
    const within = keys(list(others, name))
    return [...keys(list(items, name))].every((key) => within.has(key))
  }),
  $setUnion: values(ANY, (all, name) => {
    if (all.some(isNil)) return null
    return [...setOf(all.flatMap((items) => list(items, name))).values()].sort(compareValues)
  }),
}

/** Each different value once, by its key. */
export function setOf(items: readonly Value[]): Map<string, Value> {
  const set = new Map<string, Value>()
  for (const item of items) {
    const key = orderKey(item)
    if (!set.has(key)) set.set(key, item)
  }
  return set
}

function keys(items: readonly Value[]): Set<string> {
  return new Set(items.map(orderKey))
}
