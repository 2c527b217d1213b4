import type { Document, Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { isDocument } from '../path'
import { type Build, isNil, list, unary, values } from './expression'

/** Operators of documents. */
export const objects: Readonly<Record<string, Build>> = {
  $arrayToObject: unary((pairs, name) => (isNil(pairs) ? null : toDocument(list(pairs, name)))),
  $mergeObjects: values([0, Number.POSITIVE_INFINITY], merge),
  $objectToArray: unary((value, name) => {
    if (isNil(value)) return null
    if (!isDocument(value)) throw invalidOperator(`${name} needs a document.`)
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
}

/** Later documents win; null and missing count as empty. */
export function merge(documents: readonly Value[]): Document {
  const present = documents.filter((value) => !isNil(value))
  if (!present.every(isDocument)) throw invalidOperator('$mergeObjects takes documents alone.')
  return Object.assign({}, ...present) as Document
}

/** From `[[name, value], …]` or `[{ k: name, v: value }, …]`, not from a mixture. */
function toDocument(pairs: readonly Value[]): Document {
  const asLists = pairs.length > 0 && Array.isArray(pairs[0])
  const result: Document = {}
  for (const pair of pairs) {
    const [name, value] = asLists ? fromList(pair) : fromDocument(pair)
    if (typeof name !== 'string' || name.includes('\0') || name === '__proto__')
      throw invalidOperator('$arrayToObject needs texts as names of fields.')
    result[name] = value
  }
  return result
}

function fromList(pair: Value): readonly Value[] {
  if (Array.isArray(pair) && pair.length === 2) return pair
  throw invalidOperator('$arrayToObject needs pairs of a name and a value.')
}

function fromDocument(pair: Value): readonly Value[] {
  if (isDocument(pair) && Object.keys(pair).length === 2 && 'k' in pair && 'v' in pair)
    return [pair.k, pair.v]
  throw invalidOperator('$arrayToObject needs documents of k and v.')
}
