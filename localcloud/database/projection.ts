import type { Document, Value } from './ejson'
import { addPath, type FieldTree, omitFields, pickFields } from './field-tree'
import { invalidOperator, unknownOperator } from './invalid-operator'
import { compileQuery } from './match'
import { isNumeric } from './numbers'
import { isDocument } from './path'

/**
 * Compiles the fields of a find(): included or excluded, `$slice` of an array, `$elemMatch` for its first element that
 * fits. As before MongoDB 4.4, `$slice` alone leaves the other fields, and `$elemMatch` includes.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR
 */
export function compileProjection(projection: Document): (document: Document) => Document {
  const tree: FieldTree = new Map()
  let included: boolean | undefined
  let withId = true
  for (const [path, value] of Object.entries(projection)) {
    if (isDocument(value)) {
      const operator = operatorOf(value)
      addPath(tree, path, {
        change: operator === '$slice' ? compileSlice(value.$slice) : compileFirst(path, value),
      })
      if (operator === '$elemMatch') included = agree(included, true)
      continue
    }
    const includes = isIncluded(path, value)
    if (path === '_id') withId = includes
    else addPath(tree, path, includes ? 'include' : 'exclude')
    // `_id: 0` says nothing of the other fields.
    if (path !== '_id' || includes) included = agree(included, includes)
  }
  const includes = included ?? false
  if (includes === withId) addPath(tree, '_id', withId ? 'include' : 'exclude')
  return (document) => (includes ? pickFields(document, tree) : omitFields(document, tree)) as Document
}

function operatorOf(value: Document): string {
  const [operator = '', ...others] = Object.keys(value)
  if ((operator === '$slice' || operator === '$elemMatch') && others.length === 0) return operator
  if (operator.startsWith('$')) throw unknownOperator('projection operator', operator)
  throw invalidOperator(
    'A field of a projection is 1 or 0, $slice or $elemMatch: write nested fields as a.b.',
  )
}

function isIncluded(path: string, value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (isNumeric(value)) return Number(value) !== 0
  throw invalidOperator(`The projection of ${path.slice(0, 100)} must be 1 or 0.`)
}

function agree(included: boolean | undefined, includes: boolean): boolean {
  if (included !== undefined && included !== includes)
    throw invalidOperator('A projection includes fields or excludes them, not both.')
  return includes
}

/** `$slice: count`, from the end when negative, or `$slice: [skip, count]`. What is no array stays. */
function compileSlice(operand: Value): (value: Value) => Value {
  const [skip, count] = Array.isArray(operand) ? operand : [undefined, operand]
  const wrong =
    !Number.isInteger(count) || (skip !== undefined && (!Number.isInteger(skip) || Number(count) <= 0))
  if (wrong || (Array.isArray(operand) && operand.length !== 2))
    throw invalidOperator('$slice needs a count, or a place and a count above 0.')
  return (value) => {
    if (!Array.isArray(value)) return value
    if (skip === undefined) return count < 0 ? value.slice(count) : value.slice(0, count)
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip
    return value.slice(start, start + count)
  }
}

/** `$elemMatch`: the first element that fits; without one the field is left out. */
function compileFirst(path: string, condition: Document): (value: Value) => Value {
  if (path.includes('.')) throw invalidOperator('$elemMatch of a projection takes no dotted path.')
  const matches = compileQuery({ element: condition })
  return (value) => {
    const found = Array.isArray(value) ? value.find((item) => matches({ element: [item] })) : undefined
    return found === undefined ? undefined : [found]
  }
}
