import { changeAt, readAt, throughArray, unsetAt } from './change-path'
import { compareTexts } from './compare'
import { type Document, parseEjson, stringifyEjson, type Value } from './ejson'
import { invalidOperator, unknownOperator } from './invalid-operator'
import { compileQuery } from './match'
import { isDocument, valuesAt } from './path'
import { UPDATE_OPERATORS, valueOperators } from './update-operators'

/** These do nothing where there is no field. */
const REMOVING = new Set(['$pop', '$pull', '$pullAll'])

/**
 * Applies MongoDB update operators to a copy of a document.
 *
 * @param query the condition that found the document: `a.$.b` means the element of `a` that it matched
 * @throws PlatformError DATABASE_INVALID_OPERRATOR for an unknown operator, a wrong type or two changes of one path
 */
export function applyUpdate(document: Document, update: Document, query: Document, now: Date): Document {
  const changed = parseEjson(stringifyEjson(document), now) as Document
  for (const { operator, path, operand } of inOrder(checkedOperators(update))) {
    for (const concrete of positions(path, changed, query)) change(changed, operator, concrete, operand, now)
  }
  return changed
}

interface Change {
  readonly operator: string
  readonly path: string
  readonly operand: Value
}

/** By path: MongoDB adds new fields in the order of their names, whatever the order of the update. */
function inOrder(operators: readonly [string, Document][]): Change[] {
  return operators
    .flatMap(([operator, fields]) =>
      Object.entries(fields).map(([path, operand]) => ({ operator, path, operand })),
    )
    .sort((a, b) => comparePaths(a.path.split('.'), b.path.split('.')))
}

/** Compares two paths step by step. Steps that are numbers, which are places of arrays, compare as numbers. */
function comparePaths([a, ...restA]: readonly string[], [b, ...restB]: readonly string[]): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined)
  const numbers = /^\d+$/.test(a) && /^\d+$/.test(b)
  return (numbers ? Number(a) - Number(b) : compareTexts(a, b)) || comparePaths(restA, restB)
}

/** Checks an update without a document, so that a bad one fails even when nothing matches. */
export function checkUpdate(update: Document): void {
  checkedOperators(update)
}

function checkedOperators(update: Document): [string, Document][] {
  const entries = Object.entries(update)
  if (entries.length === 0) throw invalidOperator('An update must hold at least one operator.')
  const paths: string[] = []
  for (const [operator, fields] of entries) {
    if (!UPDATE_OPERATORS.includes(operator)) {
      if (operator.startsWith('$')) throw unknownOperator('update operator', operator)
      throw invalidOperator(`An update cannot mix operators with the field ${operator.slice(0, 100)}.`)
    }
    if (!isDocument(fields)) throw invalidOperator(`${operator} needs a document of fields.`)
    paths.push(...Object.keys(fields), ...(operator === '$rename' ? Object.values(fields).map(String) : []))
  }
  for (const path of paths) checkPath(path, paths)
  return entries as [string, Document][]
}

function checkPath(path: string, all: readonly string[]): void {
  if (path === '_id' || path.startsWith('_id.')) throw invalidOperator('An update cannot change _id.')
  if (path.split('.').some((step) => step === '' || step === '__proto__'))
    throw invalidOperator(`The path ${path} is malformed.`)
  const clashes = all.filter((other) => other === path || other.startsWith(`${path}.`))
  if (clashes.length > 1)
    throw invalidOperator(`Updating the path '${clashes[1]}' would create a conflict at '${path}'.`)
}

function change(document: Document, operator: string, path: string, operand: unknown, now: Date): void {
  if (REMOVING.has(operator) && readAt(document, path) === undefined) return
  const apply = valueOperators[operator]
  if (operator === '$unset') unsetAt(document, path)
  else if (operator === '$rename') rename(document, path, operand)
  else if (apply) changeAt(document, path, (old) => apply(old, operand, path, now))
}

/** MongoDB renames fields of documents; an array on either way is refused. */
function rename(document: Document, path: string, target: unknown): void {
  if (typeof target !== 'string') throw invalidOperator('$rename needs the new name of the field.')
  if (throughArray(document, path) || throughArray(document, target))
    throw invalidOperator(`$rename cannot reach into an array: ${path} to ${target}.`)
  const value = readAt(document, path)
  if (value === undefined) return
  unsetAt(document, path)
  changeAt(document, target, () => value)
}

/** Replaces `$[]` by every place of the array, and `$` by the first place that the query matched. */
function positions(path: string, document: Document, query: Document): string[] {
  const steps = path.split('.')
  const place = steps.findIndex((step) => step === '$' || step === '$[]')
  if (place < 0) {
    if (steps.some((step) => step.startsWith('$')))
      throw invalidOperator(`The path ${path} is not understood.`)
    return [path]
  }
  const parent = steps.slice(0, place).join('.')
  const array = valuesAt(document, parent)[0]
  if (!Array.isArray(array)) throw invalidOperator(`The path ${path} needs an array at ${parent}.`)
  const places = steps[place] === '$' ? [matchedPlace(array, parent, query)] : [...array.keys()]
  return places.flatMap((index) =>
    positions([parent, index, ...steps.slice(place + 1)].join('.'), document, query),
  )
}

function matchedPlace(array: readonly unknown[], parent: string, query: Document): number {
  const conditions = conjuncts(query).filter(([field]) => field === parent || field.startsWith(`${parent}.`))
  if (conditions.length === 0) throw invalidOperator(`The positional operator needs ${parent} in the query.`)
  const tests = conditions.map(([field, condition]) =>
    compileQuery({ [`a${field.slice(parent.length)}`]: condition }),
  )
  const found = array.findIndex((element) => tests.every((matches) => matches({ a: [element] })))
  if (found < 0) throw invalidOperator(`The positional operator found no match in ${parent}.`)
  return found
}

/** What must hold of each field, also inside `$and`. */
function conjuncts(query: Document): [string, Value][] {
  return Object.entries(query).flatMap(([field, condition]): [string, Value][] =>
    field === '$and' ? (condition as Document[]).flatMap(conjuncts) : [[field, condition]],
  )
}
