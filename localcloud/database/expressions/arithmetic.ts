import type { Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { add, isInteger, isNumeric, multiply, type Numeric, subtract, toLong } from '../numbers'
import { type Build, isNil, unary, values } from './expression'

/** Arithmetic: null and missing give null, anything but a number is refused. */
export const arithmetic: Readonly<Record<string, Build>> = {
  $abs: number((value) => (value < 0 ? negate(value) : value)),
  $ceil: number((value) => (typeof value === 'bigint' ? value : Math.ceil(value))),
  $floor: number((value) => (typeof value === 'bigint' ? value : Math.floor(value))),
  $trunc: number((value) => (typeof value === 'bigint' ? value : Math.trunc(value))),
  $exp: number((value) => Math.exp(Number(value))),
  $ln: number((value, name) => Math.log(above(0, value, name))),
  $log10: number((value, name) => Math.log10(above(0, value, name))),
  $sqrt: number((value, name) => {
    if (value < 0) throw invalidOperator(`${name} needs a number that is not negative.`)
    return Math.sqrt(Number(value))
  }),
  $log: numbers(([value, base], name) => {
    const [number, to] = [above(0, value, name), above(0, base, name)]
    if (to === 1) throw invalidOperator('$log needs a base other than 1.')
    return Math.log(number) / Math.log(to)
  }),
  $pow: numbers(([base, exponent]) => power(base, exponent)),
  $divide: numbers(([dividend, divisor]) => {
    if (Number(divisor) === 0) throw invalidOperator('$divide cannot divide by 0.')
    return Number(dividend) / Number(divisor)
  }),
  $mod: numbers(([dividend, divisor]) => {
    if (Number(divisor) === 0) throw invalidOperator('$mod cannot divide by 0.')
    if (isInteger(dividend) && isInteger(divisor))
      return toLong(BigInt(dividend) % BigInt(divisor)) as Numeric
    return Number(dividend) % Number(divisor)
  }),
  $multiply: values([0, Number.POSITIVE_INFINITY], (all, name) =>
    all.some(isNil) ? null : all.map((value) => numeric(value, name)).reduce(multiply, 1),
  ),
  $add: values([0, Number.POSITIVE_INFINITY], sum),
  $subtract: values([2, 2], difference),
}

function number(apply: (value: Numeric, name: string) => Value): Build {
  return unary((value, name) => (isNil(value) ? null : apply(numeric(value, name), name)))
}

function numbers(apply: (values: [Numeric, Numeric], name: string) => Value): Build {
  return values([2, 2], ([a, b], name) => {
    if (isNil(a) || isNil(b)) return null
    return apply([numeric(a, name), numeric(b, name)], name)
  })
}

function numeric(value: Value, name: string): Numeric {
  if (isNumeric(value)) return value
  throw invalidOperator(`${name} takes numbers alone.`)
}

function above(least: number, value: Numeric, name: string): number {
  if (value <= least) throw invalidOperator(`${name} needs a number above ${least}.`)
  return Number(value)
}

function negate(value: Numeric): Numeric {
  return typeof value === 'bigint' ? (toLong(-value) ?? Number(-value)) : -value
}

function power(base: Numeric, exponent: Numeric): Numeric {
  if (Number(base) === 0 && exponent < 0) throw invalidOperator('$pow cannot raise 0 to a negative power.')
  const double = Number(base) ** Number(exponent)
  if (Number.isSafeInteger(double) || !isInteger(base) || !isInteger(exponent) || exponent < 0) return double
  // Beyond 2^63 the result is a double; below it whole numbers stay exact.
  return Math.abs(double) < 2 ** 63 ? (toLong(BigInt(base) ** BigInt(exponent)) ?? double) : double
}

/** Adds numbers, and milliseconds to at most one date. */
function sum(all: readonly Value[], name: string): Value {
  if (all.some(isNil)) return null
  const dates = all.filter((value) => value instanceof Date)
  if (dates.length > 1) throw invalidOperator('$add takes one date at most.')
  const total = all
    .filter((value) => !(value instanceof Date))
    .map((value) => numeric(value, name))
    .reduce(add, 0)
  return dates[0] ? shift(dates[0], total) : total
}

/** Numbers, milliseconds between two dates, or a date some milliseconds earlier. */
function difference([from, less]: readonly Value[], name: string): Value {
  if (isNil(from) || isNil(less)) return null
  if (!(from instanceof Date)) return subtract(numeric(from, name), numeric(less, name))
  if (less instanceof Date) return from.getTime() - less.getTime()
  return shift(from, subtract(0, numeric(less, name)))
}

function shift(date: Date, milliseconds: Numeric): Date {
  const moved = new Date(date.getTime() + Math.round(Number(milliseconds)))
  if (Number.isNaN(moved.getTime())) throw invalidOperator('The date is out of range.')
  return moved
}
