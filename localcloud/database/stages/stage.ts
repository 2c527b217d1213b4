import type { Document, Value } from '../ejson'
import { isDocument } from '../path'

/** A compiled stage of a pipeline. Variables are those of an outer `$lookup`'s `let`. */
export type Stage = (documents: readonly Document[], variables: Readonly<Document>) => Document[]

/** The value at a path through documents alone. */
export function getAt(document: Value, steps: readonly string[]): Value {
  const [step, ...rest] = steps
  if (step === undefined) return document
  return isDocument(document) && Object.hasOwn(document, step) ? getAt(document[step], rest) : undefined
}

/** A copy with another value at a path through documents; `undefined` removes the field. */
export function withValueAt(document: Value, steps: readonly string[], value: Value): Document {
  const [step = '', ...rest] = steps
  const copy: Document = isDocument(document) ? { ...document } : {}
  if (rest.length > 0) copy[step] = withValueAt(copy[step], rest, value)
  else if (value === undefined) delete copy[step]
  else copy[step] = value
  return copy
}
