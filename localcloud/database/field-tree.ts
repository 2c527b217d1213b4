import type { Document, Value } from './ejson'
import type { Expression, Scope } from './expressions/compile-expression'
import { invalidOperator } from './invalid-operator'
import { isDocument } from './path'

/** What to do with a field: keep it, leave it out, change it, compute it, or look further down. */
export type FieldNode = 'include' | 'exclude' | Change | Computed | FieldTree
export type FieldTree = Map<string, FieldNode>

/** Replaces a value that is there; `undefined` leaves the field out. */
interface Change {
  change(value: Value): Value
}

interface Computed {
  readonly evaluate: Expression
}

/** Puts what to do with a dotted path into a tree. @throws PlatformError when two paths collide or one is malformed */
export function addPath(tree: FieldTree, path: string, node: FieldNode): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  if ([...steps, last].some((step) => step === '' || step.startsWith('$') || step === '__proto__'))
    throw invalidOperator(
      `The path ${path.slice(0, 100)} is malformed, or has what localcloud does not offer.`,
    )
  let branch = tree
  for (const step of steps) {
    const next = branch.get(step) ?? new Map()
    if (!(next instanceof Map)) throw collision(path)
    branch.set(step, next)
    branch = next
  }
  if (branch.has(last)) throw collision(path)
  branch.set(last, node)
}

/** Only what the tree includes or changes, in the document's own order; elements of arrays that are no documents go. */
export function pickFields(value: Value, tree: FieldTree): Value {
  if (Array.isArray(value))
    return value.map((item) => pickFields(item, tree)).filter((item) => item !== undefined)
  if (!isDocument(value)) return undefined
  return mapFields(value, (field, item) => {
    const node = tree.get(field)
    if (node instanceof Map) return pickFields(item, node)
    if (node === 'include') return item
    return node !== undefined && node !== 'exclude' && 'change' in node ? node.change(item) : undefined
  })
}

/** Everything but what the tree excludes, with what it changes changed. */
export function omitFields(value: Value, tree: FieldTree): Value {
  if (Array.isArray(value)) return value.map((item) => omitFields(item, tree))
  if (!isDocument(value)) return value
  return mapFields(value, (field, item) => {
    const node = tree.get(field)
    if (node instanceof Map) return omitFields(item, node)
    if (node === 'exclude') return undefined
    return node !== undefined && node !== 'include' && 'change' in node ? node.change(item) : item
  })
}

/** Sets the computed fields of the tree, in every document of an array on the way; what computes to nothing is removed. */
export function setComputed(value: Value, tree: FieldTree, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => setComputed(item, tree, scope))
  const result: Document = isDocument(value) ? { ...value } : {}
  for (const [field, node] of tree) {
    if (node instanceof Map) {
      if (hasComputed(node)) result[field] = setComputed(result[field], node, scope)
    } else if (typeof node === 'object' && 'evaluate' in node) {
      const computed = node.evaluate(scope)
      if (computed === undefined) delete result[field]
      else result[field] = computed
    }
  }
  return result
}

/** True when any field below is computed. */
export function hasComputed(tree: FieldTree): boolean {
  return [...tree.values()].some((node) =>
    node instanceof Map ? hasComputed(node) : typeof node === 'object' && 'evaluate' in node,
  )
}

function mapFields(document: Document, apply: (field: string, value: Value) => Value): Document {
  const result: Document = {}
  for (const [field, value] of Object.entries(document)) {
    const mapped = apply(field, value)
    if (mapped !== undefined) result[field] = mapped
  }
  return result
}

function collision(path: string) {
  return invalidOperator(`The path ${path.slice(0, 100)} collides with another.`)
}
