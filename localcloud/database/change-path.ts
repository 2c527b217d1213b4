import type { Document, Value } from './ejson'
import { invalidOperator } from './invalid-operator'
import { isDocument } from './path'

/** Arrays are not stretched further than this by an update of a far place; MongoDB's own limit. */
const MAX_PADDING = 1500000

/** Replaces the value at a dotted path, making the documents on the way; the changer sees `undefined` for none. */
export function changeAt(document: Document, path: string, changer: (old: Value) => Value): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  let parent: Document | Value[] = document
  for (const step of steps) {
    const next: Value = read(parent, step)
    if (next === undefined) parent = write(parent, step, {}) as Document
    else if (isDocument(next) || Array.isArray(next)) parent = next
    else throw invalidOperator(`Cannot create field '${last}' inside '${step}', which is not a document.`)
  }
  write(parent, last, changer(read(parent, last)))
}

/** Removes the field at a path if it is there; an element of an array becomes null, as in MongoDB. */
export function unsetAt(document: Document, path: string): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  let parent: Value = document
  for (const step of steps) {
    if (!(isDocument(parent) || Array.isArray(parent))) return
    parent = read(parent, step)
  }
  if (isDocument(parent)) delete parent[last]
  else if (Array.isArray(parent) && read(parent, last) !== undefined) write(parent, last, null)
}

/** The value at a dotted path whose numbers are places of arrays; undefined when there is none. */
export function readAt(document: Document, path: string): Value {
  return path.split('.').reduce<Value>((parent, step) => {
    if (isDocument(parent)) return read(parent, step)
    return Array.isArray(parent) && /^\d{1,7}$/.test(step) ? read(parent, step) : undefined
  }, document)
}

/** True when an array lies on the way to the last step of a path. */
export function throughArray(document: Document, path: string): boolean {
  const steps = path.split('.').slice(0, -1)
  return steps.some((_, place) => Array.isArray(readAt(document, steps.slice(0, place + 1).join('.'))))
}

function read(parent: Document | Value[], step: string): Value {
  if (Array.isArray(parent)) return parent[placeIn(step)]
  return Object.hasOwn(parent, step) ? parent[step] : undefined
}

function write(parent: Document | Value[], step: string, value: Value): Value {
  if (!Array.isArray(parent)) {
    parent[step] = value
    return value
  }
  const place = placeIn(step)
  while (parent.length < place) parent.push(null)
  parent[place] = value
  return value
}

function placeIn(step: string): number {
  if (!/^\d{1,7}$/.test(step) || Number(step) > MAX_PADDING) {
    throw invalidOperator(`Cannot create field '${step}' in an array.`)
  }
  return Number(step)
}
