import type { Document, Value } from './ejson'
import { isDocument } from './path'

/**
 * The values that a condition on a dotted path looks at, as MongoDB's matcher walks: documents of an array are entered, a
 * number is a place of an array or a field of its documents, and an array at the end yields each element and then itself.
 * A field that is missing yields `undefined`; an array on the way without a document in it yields nothing at all.
 *
 * Source: mongod's BSONElementIterator (matcher/path.cpp).
 *
 * @param whole true for conditions that look at an array only as a whole: $size, $elemMatch, $exists
 */
export function* elementsAt(
  container: Document | readonly Value[],
  steps: readonly string[],
  whole: boolean,
): Generator<Value> {
  let current: Value = container
  for (let place = 0; place < steps.length; place++) {
    current = fieldOf(current as Document, steps[place] as string)
    if (Array.isArray(current)) {
      yield* throughArray(current, steps.slice(place + 1), whole)
      return
    }
    if (isDocument(current)) continue
    yield place + 1 < steps.length ? undefined : current
    return
  }
  yield current
}

function* throughArray(array: readonly Value[], rest: readonly string[], whole: boolean): Generator<Value> {
  const [next, ...after] = rest
  if (next === undefined) {
    if (!whole) yield* array
    yield array
    return
  }
  for (const [place, item] of array.entries()) {
    if (isDocument(item)) yield* elementsAt(item, rest, whole)
    if (String(place) !== next) continue
    if (after.length === 0) yield item
    else if (isDocument(item) || Array.isArray(item)) yield* elementsAt(item, after, whole)
  }
}

/** The field of a document, or the element at a place of an array. */
function fieldOf(container: Document | readonly Value[], name: string): Value {
  if (Array.isArray(container)) return /^(0|[1-9]\d*)$/.test(name) ? container[Number(name)] : undefined
  return Object.hasOwn(container, name) ? (container as Document)[name] : undefined
}
