import { evalExpr } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import type { Document, Value } from './ejson'
import { sortDocuments } from './sort'

/** A list longer than this can only be a mistake; MongoDB would run out of its 100 MB. */
const MAX_RANGE = 1_000_000

type Stream = ReturnType<typeof Lazy>

/** `$sort` in BSON's order; mingo's own compares arrays and mixed types otherwise. */
export function sortStage(documents: Stream, order: Document): Stream {
  return documents.transform((all) => Lazy(sortDocuments(all as Document[], order)))
}

/** `$sample` without taking a document twice, as MongoDB does; mingo's own may, and never ends without a size. */
export function sampleStage(documents: Stream, { size }: Document): Stream {
  return documents.transform((all) => {
    const shuffled = (all as Document[]).map((document) => ({ document, place: Math.random() }))
    shuffled.sort((a, b) => a.place - b.place)
    return Lazy(shuffled.slice(0, Number(size)).map(({ document }) => document))
  })
}

/** `$range` that ends before memory does. */
export function boundedRange(document: Document, expression: Value, options: never): number[] {
  const [start, end, step = 1] = evalExpr(document, expression, options) as [number, number, number?]
  if (![start, end, step].every(Number.isSafeInteger) || step === 0)
    throw new Error('$range needs whole numbers.')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > MAX_RANGE) throw new Error('$range is longer than a million.')
  return Array.from({ length }, (_, place) => start + place * step)
}

/** `$indexOfCP`: where a text begins inside another, in code points; -1 when it does not. */
export function indexOfCodePoint(document: Document, expression: Value, options: never): number | null {
  const [text, part, start = 0, end] = evalExpr(document, expression, options) as [
    unknown,
    unknown,
    number?,
    number?,
  ]
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw new Error('$indexOfCP needs two texts.')
  const points = [...text].slice(0, end)
  const found = points.slice(start).join('').indexOf(part)
  return found < 0 ? -1 : start + [...points.slice(start).join('').slice(0, found)].length
}
