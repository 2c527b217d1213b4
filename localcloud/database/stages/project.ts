import type { Document, Value } from '../ejson'
import { compileExpression, type Expression } from '../expressions/compile-expression'
import { addPath, type FieldTree, hasComputed, omitFields, pickFields, setComputed } from '../field-tree'
import { invalidOperator } from '../invalid-operator'
import { isNumeric } from '../numbers'
import { isDocument } from '../path'
import type { Stage } from './stage'

/** `$project`: fields included or excluded, and computed ones. @throws PlatformError DATABASE_INVALID_OPERRATOR */
export function compileProject(spec: Document, variables: readonly string[]): Stage {
  const leaves = flatten(spec)
  const tree: FieldTree = new Map()
  const modes = new Set<boolean>()
  let withId = true
  for (const [path, value] of leaves) {
    const included = flagOf(value)
    if (path === '_id' && included !== undefined) {
      withId = included
      continue
    }
    // A computed field is one that is asked for, unless it is _id: that is there anyhow.
    if (path !== '_id') modes.add(included ?? true)
    if (included === undefined) addPath(tree, path, { evaluate: compileExpression(value, variables) })
    else addPath(tree, path, included ? 'include' : 'exclude')
  }
  if (modes.size > 1) throw invalidOperator('$project includes fields or excludes them, not both.')
  const [mode = tree.size > 0 || withId] = modes
  if (!mode && tree.has('_id')) throw invalidOperator('$project cannot compute _id and exclude other fields.')
  if (mode === withId && !tree.has('_id')) addPath(tree, '_id', withId ? 'include' : 'exclude')
  return mode ? including(tree) : (documents) => documents.map((one) => omitFields(one, tree) as Document)
}

/** `$addFields`: computed fields beside the ones that are there. @throws PlatformError DATABASE_INVALID_OPERRATOR */
export function compileAddFields(spec: Document, variables: readonly string[]): Stage {
  const tree: FieldTree = new Map()
  for (const [path, value] of flatten(spec))
    addPath(tree, path, { evaluate: compileExpression(value, variables) })
  return (documents, values) =>
    documents.map((root) => setComputed(root, tree, { root, variables: values }) as Document)
}

/** `$replaceRoot`: a document computed from each. @throws PlatformError DATABASE_INVALID_OPERRATOR */
export function compileReplaceRoot({ newRoot }: Document, variables: readonly string[]): Stage {
  const evaluate: Expression = compileExpression(newRoot, variables)
  return (documents, values) =>
    documents.map((root) => {
      const made = evaluate({ root, variables: values })
      if (!isDocument(made)) throw invalidOperator('$replaceRoot needs a newRoot that is a document.')
      return made
    })
}

function including(tree: FieldTree): Stage {
  const computes = hasComputed(tree)
  return (documents, variables) =>
    documents.map((root) => {
      const picked = pickFields(root, tree) as Document
      return computes ? (setComputed(picked, tree, { root, variables }) as Document) : picked
    })
}

/** 1 and 0 include and exclude; anything else but a flag is an expression. */
function flagOf(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value
  return isNumeric(value) ? Number(value) !== 0 : undefined
}

/** Nested specifications as dotted paths. */
function flatten(spec: Document, prefix = ''): [string, Value][] {
  const entries = Object.entries(spec)
  if (entries.length === 0) throw invalidOperator('A document of fields must not be empty.')
  return entries.flatMap(([field, value]): [string, Value][] => {
    if (prefix !== '' && field.includes('.'))
      throw invalidOperator(`The nested field ${field.slice(0, 100)} may not contain a dot.`)
    const path = prefix + field
    const nested = isDocument(value) && !Object.keys(value)[0]?.startsWith('$')
    return nested ? flatten(value as Document, `${path}.`) : [[path, value]]
  })
}
