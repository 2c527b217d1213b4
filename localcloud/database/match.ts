import { compileCondition } from './conditions'
import type { Document, Value } from './ejson'
import { compileExpression, isTrue } from './expressions/compile-expression'
import { invalidOperator, unknownOperator } from './invalid-operator'
import { isDocument } from './path'

/** Tests a document; variables are those of a `$lookup`'s `let`, which `$expr` may use. */
export type Matches = (document: Document, variables?: Readonly<Document>) => boolean

const NONE: Readonly<Document> = {}

/**
 * Compiles a query into a test of documents.
 *
 * @param variables names that `$expr` may use beside the document
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming the operator that is unknown or misused
 */
export function compileQuery(query: Document, variables: readonly string[] = []): Matches {
  return every(Object.entries(query).map(([key, operand]) => compilePart(key, operand, variables)))
}

function compilePart(key: string, operand: Value, variables: readonly string[]): Matches {
  if (key === '$and') return every(branches(key, operand, variables))
  if (key === '$or') return some(branches(key, operand, variables))
  if (key === '$nor') {
    const any = some(branches(key, operand, variables))
    return (document, values) => !any(document, values)
  }
  if (key === '$expr') {
    const evaluate = compileExpression(operand, variables)
    return (document, values = NONE) => isTrue(evaluate({ root: document, variables: values }))
  }
  if (key.startsWith('$')) throw unknownOperator('query operator', key)
  const [condition, steps] = [compileCondition(operand, (query) => compileQuery(query)), key.split('.')]
  return (document) => condition.at(document, steps)
}

function branches(operator: string, operand: Value, variables: readonly string[]): Matches[] {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every(isDocument))
    throw invalidOperator(`${operator} needs a list of one or more conditions.`)
  return operand.map((branch) => compileQuery(branch, variables))
}

function every(all: readonly Matches[]): Matches {
  return (document, variables) => all.every((matches) => matches(document, variables))
}

function some(all: readonly Matches[]): Matches {
  return (document, variables) => all.some((matches) => matches(document, variables))
}
