import type { Document, Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { isoDate } from './calendar'
import { type Build, type Compile, type Expression, isNil, parameters, wholeNumber } from './expression'
import { readZone, toUtc, utcTime } from './time-zones'

const TIME = ['hour', 'minute', 'second', 'millisecond']

/** `$dateFromParts`: by calendar date or by ISO week; parts beyond their range carry over, but the year's. */
export const dateFromParts: Build = (operand, compile, name) => {
  const byWeek = typeof operand === 'object' && operand !== null && 'isoWeekYear' in operand
  const [year, ...days] = byWeek ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day']
  const named = parameters(operand, name, [year as string], [...days, ...TIME, 'timezone'])
  const parts = [year as string, ...days, ...TIME].map((part) => compilePart(named, part, compile))
  const timezone = 'timezone' in named ? compile(named.timezone) : undefined
  return (scope) => {
    const [values, zone] = [parts.map((part) => part(scope)), timezone?.(scope)]
    if (values.some(isNil) || (timezone && isNil(zone))) return null
    const [first = 0, second = 0, third = 0, hour = 0, minute = 0, sec = 0, milli = 0] = values.map((value) =>
      wholeNumber(value, name),
    )
    if (first < 1 || first > 9999) throw invalidOperator(`${name} needs a year from 1 to 9999.`)
    const day = byWeek ? isoDate(first, second, third) : utcTime(first, second, third)
    const local = day + ((hour * 60 + minute) * 60 + sec) * 1000 + milli
    return inRange(toUtc(local, readZone(zone)), name)
  }
}

function compilePart(named: Document, part: string, compile: Compile): Expression {
  if (part in named) return compile(named[part])
  const fallback = TIME.includes(part) ? 0 : 1
  return () => fallback
}

function inRange(milliseconds: number, name: string): Date {
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) throw invalidOperator(`${name} makes a date that is out of range.`)
  return date
}

const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/

/**
 * `$dateFromString`: `{ dateString, timezone }`, which is what the platform documents. Texts of ISO 8601 are read;
 * what else mongod can guess is refused.
 */
export const dateFromString: Build = (operand, compile, name) => {
  const named = parameters(operand, name, ['dateString'], ['timezone'])
  const text = compile(named.dateString)
  const timezone = 'timezone' in named ? compile(named.timezone) : undefined
  return (scope) => {
    const [value, zone] = [text(scope), timezone?.(scope)]
    if (isNil(value) || (timezone && isNil(zone))) return null
    return readDate(value, zone)
  }
}

function readDate(value: Value, zone: Value): Date {
  const match = typeof value === 'string' ? ISO_8601.exec(value) : null
  if (!match)
    throw invalidOperator('$dateFromString reads dates of ISO 8601 here, such as 2017-02-08T12:10:40.787Z.')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0))
  const milli = Math.trunc(Number(`0.${match[7] ?? 0}`) * 1000 + 1e-6)
  const local = utcTime(year, month, day, hour, minute, second, milli)
  const shown = new Date(local)
  if (
    shown.getUTCMonth() + 1 !== month ||
    shown.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    throw invalidOperator('$dateFromString found a date that is not in the calendar.')
  if (match[8] === undefined) return new Date(toUtc(local, readZone(zone)))
  if (zone !== undefined)
    throw invalidOperator('$dateFromString takes a time zone in the text or beside it, not both.')
  return new Date(toUtc(local, readZone(match[8])))
}
