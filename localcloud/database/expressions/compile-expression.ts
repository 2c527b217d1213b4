import type { Document, Value } from '../ejson'
import { invalidOperator, unknownOperator } from '../invalid-operator'
import { isDocument } from '../path'
import { accumulatorExpressions } from './accumulator-expressions'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { comparisons } from './comparisons'
import { conditionals } from './conditionals'
import { dates } from './dates'
import type { Build, Compile, Expression } from './expression'
import { iterations } from './iterations'
import { objects } from './objects'
import { sets } from './sets'
import { texts } from './texts'

export { type Expression, isTrue, type Scope } from './expression'

const OPERATORS: Readonly<Record<string, Build>> = {
  ...accumulatorExpressions,
  ...arithmetic,
  ...arrays,
  ...comparisons,
  ...conditionals,
  ...dates,
  ...iterations,
  ...objects,
  ...sets,
  ...texts,
}

/** Expression operators that localcloud offers. */
export const EXPRESSION_OPERATORS: readonly string[] = [...Object.keys(OPERATORS), '$literal']

/**
 * Compiles an expression of MongoDB's aggregation: paths (`$a.b`), variables (`$$v.a`), lists and documents of
 * expressions, operators. Every operator, its number of operands and its parameters are checked before anything is read.
 *
 * @param variables names that may be used as `$$name`
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming what is unknown; the compiled expression throws it, too
 */
export function compileExpression(expression: Value, variables: readonly string[] = []): Expression {
  const compile: Compile = (part, more = []) => compileExpression(part, [...variables, ...more])
  if (typeof expression === 'string') return compileText(expression, variables)
  if (Array.isArray(expression)) return compileList(expression, compile)
  if (!isDocument(expression)) return () => expression
  const [first, ...others] = Object.keys(expression)
  if (!first?.startsWith('$')) return compileDocument(expression, compile)
  if (others.length > 0)
    throw invalidOperator(`An expression holds one operator, not ${first} and ${others[0]}.`)
  if (first === '$literal') return () => expression.$literal
  const build = Object.hasOwn(OPERATORS, first) ? OPERATORS[first] : undefined
  if (!build) throw unknownOperator('expression operator', first)
  return build(expression[first], compile, first)
}

function compileText(text: string, variables: readonly string[]): Expression {
  if (!text.startsWith('$')) return () => text
  if (!text.startsWith('$$')) {
    const steps = pathSteps(text.slice(1), text)
    return ({ root }) => follow(root, steps)
  }
  const [name = '', ...steps] = pathSteps(text.slice(2), text)
  if (name === 'REMOVE') return () => undefined
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => follow(root, steps)
  if (!variables.includes(name)) throw invalidOperator(`Use of undefined variable: ${name.slice(0, 100)}.`)
  return (scope) => follow(scope.variables[name], steps)
}

function pathSteps(path: string, whole: string): string[] {
  const steps = path.split('.')
  if (steps.some((step) => step === '' || step.startsWith('$')))
    throw invalidOperator(`The path ${whole.slice(0, 100)} is malformed.`)
  return steps
}

/** Follows a path: documents of an array are entered, its places are not; what is missing in them is left out. */
function follow(value: Value, steps: readonly string[]): Value {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (isDocument(value)) return Object.hasOwn(value, step) ? follow(value[step], rest) : undefined
  if (!Array.isArray(value)) return undefined
  return value.filter(isDocument).flatMap((item) => {
    const found = follow(item, steps)
    return found === undefined ? [] : [found]
  })
}

/** A list keeps its length: what is missing becomes null. */
function compileList(list: readonly Value[], compile: Compile): Expression {
  const parts = list.map((part) => compile(part))
  return (scope) => parts.map((part) => part(scope) ?? null)
}

/** A document leaves out the fields whose values are missing. */
function compileDocument(document: Document, compile: Compile): Expression {
  const fields = Object.entries(document).map(([field, part]) => {
    if (field.startsWith('$') || field.includes('.'))
      throw invalidOperator(`A field of an expression may not be called ${field.slice(0, 100)}.`)
    return [field, compile(part)] as const
  })
  return (scope) => {
    const result: Document = {}
    for (const [field, evaluate] of fields) {
      const value = evaluate(scope)
      if (value !== undefined) result[field] = value
    }
    return result
  }
}
