import { compareValues, typeOrder } from '../compare'
import type { Document, Value } from '../ejson'
import { compileExpression, type Scope } from '../expressions/compile-expression'
import { invalidOperator } from '../invalid-operator'
import { compileOutput, type Output } from './group'
import type { Stage } from './stage'

interface Entry {
  readonly value: Value
  readonly scope: Scope
}

/** What comes out of a bucket when nothing is asked for. */
const COUNT: Document = { count: { $sum: 1 } }

/** `$bucket`: groups by boundaries, each from one up to but not including the next. */
export function compileBucket(spec: Document, variables: readonly string[]): Stage {
  const boundaries = checkBoundaries((spec.boundaries as Value[]).map((part) => constant(part, '$bucket')))
  const hasDefault = 'default' in spec
  const fallback = hasDefault ? constant(spec.default, '$bucket') : undefined
  if (hasDefault) checkDefault(fallback, boundaries)
  const [groupBy, output] = [
    compileExpression(spec.groupBy, variables),
    compileOutput((spec.output ?? COUNT) as Document, variables),
  ]
  const place = (value: Value): Value => {
    const above = boundaries.findIndex((boundary) => compareValues(boundary, value) > 0)
    if (above > 0) return boundaries[above - 1]
    if (hasDefault) return fallback
    throw invalidOperator('$bucket found a value outside of its boundaries, and has no default.')
  }
  return (documents, values) => {
    const buckets = new Map<Value, Scope[]>()
    for (const root of documents) {
      const scope = { root, variables: values }
      const id = place(groupBy(scope))
      buckets.set(id, [...(buckets.get(id) ?? []), scope])
    }
    return [...buckets]
      .sort(([a], [b]) => compareValues(a, b))
      .map(([_id, members]) => ({ _id, ...output(members) }))
  }
}

/** `$bucketAuto`: a number of groups of about equal size; equal values stay together. */
export function compileBucketAuto(spec: Document, variables: readonly string[]): Stage {
  const [groupBy, output] = [
    compileExpression(spec.groupBy, variables),
    compileOutput((spec.output ?? COUNT) as Document, variables),
  ]
  return (documents, values) => {
    const entries = documents.map((root) => {
      const scope = { root, variables: values }
      return { value: groupBy(scope) ?? null, scope }
    })
    entries.sort((a, b) => compareValues(a.value, b.value))
    return describe(split(entries, Number(spec.buckets)), output)
  }
}

/** Fills each bucket with its share, then with what equals its last value; the last bucket takes the rest. */
function split(entries: readonly Entry[], count: number): Entry[][] {
  const share = Math.max(1, Math.round(entries.length / count))
  const buckets: Entry[][] = []
  let start = 0
  while (start < entries.length) {
    let end = buckets.length === count - 1 ? entries.length : Math.min(entries.length, start + share)
    const last = entries[end - 1]?.value
    while (end < entries.length && compareValues(entries[end]?.value, last) === 0) end++
    buckets.push(entries.slice(start, end))
    start = end
  }
  return buckets
}

/** A bucket ends where the next begins; the last one ends with its last value. */
function describe(buckets: readonly Entry[][], output: Output): Document[] {
  return buckets.map((entries, at) => {
    const max = buckets[at + 1]?.[0]?.value ?? entries.at(-1)?.value
    return { _id: { min: entries[0]?.value, max }, ...output(entries.map(({ scope }) => scope)) }
  })
}

function checkBoundaries(boundaries: Value[]): Value[] {
  const ascending = boundaries.slice(1).every((boundary, at) => {
    const before = boundaries[at]
    return typeOrder(before) === typeOrder(boundary) && compareValues(before, boundary) < 0
  })
  if (!ascending) throw invalidOperator('$bucket needs boundaries of one type in ascending order.')
  return boundaries
}

/** The default must be the name of a bucket that no boundary makes. */
function checkDefault(fallback: Value, boundaries: readonly Value[]): void {
  const [first, last] = [boundaries[0], boundaries.at(-1)]
  if (typeOrder(fallback) !== typeOrder(first)) return
  if (compareValues(fallback, first) >= 0 && compareValues(fallback, last) < 0)
    throw invalidOperator('$bucket needs a default outside of its boundaries.')
}

/** An expression without fields, such as a number or `{ $add: [1, 2] }`. */
function constant(part: Value, name: string): Value {
  if (typeof part === 'string' && part.startsWith('$'))
    throw invalidOperator(`${name} needs boundaries and a default that are constant.`)
  return compileExpression(part)({ root: {}, variables: {} })
}
