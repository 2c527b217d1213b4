import type { Document } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { isDocument } from '../path'
import { type Build, type Compile, isNil, isTrue, operands, parameters } from './expression'

/** Operators that evaluate one of their branches. */
export const conditionals: Readonly<Record<string, Build>> = {
  $cond: (operand, compile, name) => {
    const [condition, yes, no] = condParts(operand, compile, name)
    return (scope) => (isTrue(condition?.(scope)) ? yes?.(scope) : no?.(scope))
  },
  $ifNull: (operand, compile, name) => {
    const [value, replacement] = operands(operand, compile, name, [2, 2])
    return (scope) => {
      const found = value?.(scope)
      return isNil(found) ? replacement?.(scope) : found
    }
  },
  $switch: (operand, compile, name) => {
    const { branches, default: fallback } = parameters(operand, name, ['branches'], ['default'])
    const compiled = compileBranches(branches, compile)
    const otherwise = fallback === undefined ? undefined : compile(fallback)
    return (scope) => {
      const branch = compiled.find(({ condition }) => isTrue(condition(scope)))
      if (branch) return branch.value(scope)
      if (!otherwise) throw invalidOperator('$switch found no branch to take, and has no default.')
      return otherwise(scope)
    }
  },
}

function condParts(operand: unknown, compile: Compile, name: string) {
  if (!isDocument(operand)) return operands(operand, compile, name, [3, 3])
  const named = parameters(operand, name, ['if', 'then', 'else'], [])
  return [named.if, named.then, named.else].map((part) => compile(part))
}

function compileBranches(branches: unknown, compile: Compile) {
  if (!Array.isArray(branches) || branches.length === 0 || !branches.every(isDocument))
    throw invalidOperator('$switch needs a list of branches.')
  return branches.map((branch: Document) => {
    const { case: condition, then: value } = parameters(branch, 'A branch of $switch', ['case', 'then'], [])
    return { condition: compile(condition), value: compile(value) }
  })
}
