import { Query } from 'mingo/query'
import { PlatformError } from '../platform-error'
import { mingoOptions, QUERY_OPERATORS } from './dialect'
import type { Document, Value } from './ejson'
import { isDocument } from './path'

const OPERATORS = new Set([
  ...QUERY_OPERATORS.map((name) => `$${name}`),
  ...['$options', '$nearSphere', '$geoWithin', '$geoIntersects'],
])
const LOGICAL = new Set(['$and', '$or', '$nor'])

/**
 * Compiles a query into a test of documents.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming the operator that is unknown or misused
 */
export function compileQuery(query: Document): (document: Document) => boolean {
  checkQuery(query)
  if (Object.keys(query).length === 0) return () => true
  try {
    const compiled = new Query(query, mingoOptions)
    return (document) => tested(() => compiled.test(document))
  } catch (error) {
    throw invalidOperator(`The query does not compile: ${(error as Error).message}`)
  }
}

/** `$expr` meets its operands only now. */
function tested(test: () => boolean): boolean {
  try {
    return test()
  } catch (error) {
    throw invalidOperator(`The query cannot be evaluated: ${(error as Error).message}`)
  }
}

/** An operator that does not exist or may not stand here. */
export function invalidOperator(message: string): PlatformError {
  return new PlatformError('DATABASE_INVALID_OPERRATOR', message)
}

function checkQuery(query: Document): void {
  for (const [field, condition] of Object.entries(query)) {
    if (LOGICAL.has(field)) checkBranches(field, condition)
    else if (field === '$expr') continue
    else if (field.startsWith('$')) throw invalidOperator(`Unknown query operator ${field}.`)
    else checkCondition(condition)
  }
}

function checkBranches(operator: string, branches: Value): void {
  if (!Array.isArray(branches) || branches.length === 0 || !branches.every(isDocument)) {
    throw invalidOperator(`${operator} needs a list of one or more conditions.`)
  }
  for (const branch of branches) checkQuery(branch)
}

function checkCondition(condition: Value): void {
  if (!isDocument(condition)) return
  const operators = Object.keys(condition).filter((key) => key.startsWith('$'))
  if (operators.length === 0) return
  if (operators.length < Object.keys(condition).length)
    throw invalidOperator('A condition mixes operators and fields.')
  for (const operator of operators) {
    if (!OPERATORS.has(operator)) throw invalidOperator(`Unknown query operator ${operator}.`)
    checkOperand(operator, condition[operator])
  }
}

function checkOperand(operator: string, operand: Value): void {
  switch (operator) {
    case '$in':
    case '$nin':
    case '$all':
      if (!Array.isArray(operand)) throw invalidOperator(`${operator} needs a list.`)
      return
    case '$not':
      if (!(isDocument(operand) || operand instanceof RegExp))
        throw invalidOperator('$not needs a condition.')
      checkCondition(operand)
      return
    case '$elemMatch':
      if (!isDocument(operand)) throw invalidOperator('$elemMatch needs a condition.')
      if (Object.keys(operand).some((key) => OPERATORS.has(key))) checkCondition(operand)
      else checkQuery(operand)
      return
    case '$size':
      if (!Number.isInteger(operand) || Number(operand) < 0) throw invalidOperator('$size needs a count.')
      return
    case '$mod':
      if (!Array.isArray(operand) || operand.length !== 2 || !operand[0]) {
        throw invalidOperator('$mod needs a divisor other than 0 and a remainder.')
      }
  }
}
