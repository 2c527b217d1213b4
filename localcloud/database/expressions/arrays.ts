import { sameValue } from '../compare'
import type { Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import {
  type Build,
  isNil,
  isTrue,
  list,
  parameters,
  place,
  present,
  unary,
  values,
  wholeNumber,
} from './expression'

/** A list longer than this can only be a mistake; MongoDB would run out of its 100 MB. */
const MAX_RANGE = 1_000_000

/** Operators of lists. Null and missing give null, but where MongoDB refuses them. */
export const arrays: Readonly<Record<string, Build>> = {
  $arrayElemAt: values([2, 2], ([items, at], name) => {
    if (isNil(items) || isNil(at)) return null
    return list(items, name).at(wholeNumber(at, name))
  }),
  $concatArrays: values([0, Number.POSITIVE_INFINITY], (all, name) =>
    all.some(isNil) ? null : all.flatMap((items) => list(items, name)),
  ),
  $in: values([2, 2], ([value, items], name) => list(items, name).some((item) => sameValue(item, value))),
  $indexOfArray: values([2, 4], ([items, value, from, to], name) => {
    if (isNil(items)) return null
    const [start, end] = bounds(from, to, list(items, name).length, name)
    const found = list(items, name)
      .slice(start, end)
      .findIndex((item) => sameValue(item, value))
    return found < 0 ? -1 : start + found
  }),
  $isArray: unary((value) => Array.isArray(value)),
  $range: values([2, 3], ([start, end, step = 1], name) =>
    range(wholeNumber(start, name), wholeNumber(end, name), wholeNumber(step, name)),
  ),
  $reverseArray: unary((items, name) => (isNil(items) ? null : [...list(items, name)].reverse())),
  $size: unary((items, name) => list(items, name).length),
  $slice: values([2, 3], slice),
  $zip: (operand, compile, name) => {
    const { inputs, useLongestLength, defaults } = parameters(
      operand,
      name,
      ['inputs'],
      ['useLongestLength', 'defaults'],
    )
    const [reads, longest] = [list(inputs, name).map((part) => compile(part)), isTrue(useLongestLength)]
    if (defaults !== undefined && !longest)
      throw invalidOperator('$zip takes defaults only with useLongestLength.')
    const fallbacks = defaults === undefined ? [] : list(defaults, name).map((part) => compile(part))
    if (reads.length === 0 || (fallbacks.length > 0 && fallbacks.length !== reads.length))
      throw invalidOperator('$zip needs inputs, and as many defaults if it has any.')
    return (scope) => {
      const lists = reads.map((read) => read(scope))
      if (lists.some(isNil)) return null
      return zip(
        lists.map((items) => list(items, name)),
        longest,
        fallbacks.map((read) => present(read(scope))),
      )
    }
  },
}

/** @returns the bounds of a search, as far as they were given. @throws PlatformError for a negative one */
export function bounds(from: Value, to: Value, length: number, name: string): [start: number, end: number] {
  return [from === undefined ? 0 : place(from, name), to === undefined ? length : place(to, name)]
}

function range(start: number, end: number, step: number): number[] {
  if (step === 0) throw invalidOperator('$range needs a step other than 0.')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > MAX_RANGE) throw invalidOperator('$range is longer than a million.')
  return Array.from({ length }, (_, at) => start + at * step)
}

/** `[list, count]` from the beginning or, below 0, from the end; `[list, position, count]`. */
function slice(all: readonly Value[], name: string): Value {
  if (all.some(isNil)) return null
  const [items, first, count] = [list(all[0], name), wholeNumber(all[1], name), all[2]]
  if (count === undefined) return first < 0 ? items.slice(first) : items.slice(0, first)
  const length = wholeNumber(count, name)
  if (length <= 0) throw invalidOperator('$slice needs a count above 0.')
  const start = first < 0 ? Math.max(0, items.length + first) : first
  return items.slice(start, start + length)
}

function zip(lists: readonly (readonly Value[])[], longest: boolean, defaults: readonly Value[]): Value[][] {
  const lengths = lists.map((items) => items.length)
  const length = longest ? Math.max(...lengths) : Math.min(...lengths)
  return Array.from({ length }, (_, row) =>
    lists.map((items, column) => (row < items.length ? items[row] : present(defaults[column]))),
  )
}
