import type { Document, Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'

/** What an expression is evaluated over. */
export interface Scope {
  /** The document of the pipeline: `$field` and `$$ROOT`. */
  readonly root: Value
  /** `$$name`, of `$let`, `$map`, `$filter`, `$reduce` and a `$lookup`'s `let`. */
  readonly variables: Readonly<Document>
}

/** A compiled expression. `undefined` is a missing value, which is not null. */
export type Expression = (scope: Scope) => Value

/** Compiles a part of an expression, in which more variables may be used than around it. */
export type Compile = (part: Value, variables?: readonly string[]) => Expression

/** Compiles one operator from what stands behind it. */
export type Build = (operand: Value, compile: Compile, name: string) => Expression

/** True of null and of what is missing: most operators answer null to either. */
export function isNil(value: Value): value is null | undefined {
  return value === null || value === undefined
}

/** True as MongoDB's expressions count: all but false, 0, null and missing; an empty text is true. */
export function isTrue(value: Value): boolean {
  return !(isNil(value) || value === false || value === 0 || value === 0n)
}

/**
 * Compiles the operands of an operator that takes a list of them, or one that stands alone.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR when there are fewer or more than it takes
 */
export function operands(
  operand: Value,
  compile: Compile,
  name: string,
  [least, most]: readonly [number, number],
): Expression[] {
  const list = Array.isArray(operand) ? operand : [operand]
  if (list.length < least || list.length > most) {
    const range = least === most ? String(least) : `${least} to ${most}`
    throw invalidOperator(`${name} takes ${range} operands, not ${list.length}.`)
  }
  return list.map((part) => compile(part))
}

/** An operator over the values of a fixed number of operands. */
export function values(
  count: readonly [number, number],
  apply: (values: readonly Value[], name: string) => Value,
): Build {
  return (operand, compile, name) => {
    const parts = operands(operand, compile, name, count)
    return (scope) =>
      apply(
        parts.map((part) => part(scope)),
        name,
      )
  }
}

/** An operator over one value. */
export function unary(apply: (value: Value, name: string) => Value): Build {
  return values([1, 1], ([value], name) => apply(value, name))
}

/**
 * Compiles the named parameters of an operator.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming a parameter that is missing or not known
 */
export function parameters(
  operand: Value,
  name: string,
  required: readonly string[],
  optional: readonly string[],
): Document {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand))
    throw invalidOperator(`${name} needs its parameters by name: ${required.join(', ')}.`)
  const given = operand as Document
  const unknown = Object.keys(given).find((key) => !required.includes(key) && !optional.includes(key))
  if (unknown !== undefined) throw invalidOperator(`${name} has no parameter ${unknown.slice(0, 50)} here.`)
  const missing = required.find((key) => !(key in given))
  if (missing !== undefined) throw invalidOperator(`${name} needs ${missing}.`)
  return given
}

/** A whole number of an operand that is a place or a count. @throws PlatformError */
export function wholeNumber(value: Value, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw invalidOperator(`${name} needs a whole number.`)
}

/** A whole number that is not negative. @throws PlatformError */
export function place(value: Value, name: string): number {
  const number = wholeNumber(value, name)
  if (number < 0) throw invalidOperator(`${name} needs a number that is not negative.`)
  return number
}

/** A list. @throws PlatformError */
export function list(value: Value, name: string): readonly Value[] {
  if (Array.isArray(value)) return value
  throw invalidOperator(`${name} needs a list.`)
}

/** What may stand in a list: a missing value becomes null. */
export function present(value: Value): Value {
  return value === undefined ? null : value
}
