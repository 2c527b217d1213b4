import type { Document, Value } from '../ejson'
import { isDocument } from '../path'
import type { Moment } from './calendar'
import { dateFromParts, dateFromString } from './date-readers'
import { dateToString } from './date-to-string'
import { type Build, type Compile, type Expression, isNil, operands, parameters } from './expression'
import { localMoment } from './moments'
import { readZone } from './time-zones'

const PARTS: Readonly<Record<string, keyof Moment>> = {
  $dayOfMonth: 'day',
  $dayOfWeek: 'dayOfWeek',
  $dayOfYear: 'dayOfYear',
  $hour: 'hour',
  $isoDayOfWeek: 'isoDayOfWeek',
  $isoWeek: 'isoWeek',
  $isoWeekYear: 'isoWeekYear',
  $millisecond: 'millisecond',
  $minute: 'minute',
  $month: 'month',
  $second: 'second',
  $week: 'week',
  $year: 'year',
}

/** Operators of dates. Null and missing give null. */
export const dates: Readonly<Record<string, Build>> = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, partOfDate(part)])),
  $dateToString: dateToString,
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
}

/** Takes a date, or `{ date, timezone }`. */
function partOfDate(part: keyof Moment): Build {
  return (operand, compile, name) => {
    const { date, timezone } = dateAndZone(operand, compile, name)
    return (scope) => {
      const [moment, zone] = [date(scope), timezone?.(scope)]
      if (isNil(moment) || (timezone && isNil(zone))) return null
      return localMoment(moment, readZone(zone), name)[part]
    }
  }
}

function dateAndZone(
  operand: Value,
  compile: Compile,
  name: string,
): { date: Expression; timezone?: Expression } {
  if (isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    const named: Document = parameters(operand, name, ['date'], ['timezone'])
    return 'timezone' in named
      ? { date: compile(named.date), timezone: compile(named.timezone) }
      : { date: compile(named.date) }
  }
  const [date] = operands(operand, compile, name, [1, 1])
  return { date: date as Expression }
}
