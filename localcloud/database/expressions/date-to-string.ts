import type { Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import type { Moment } from './calendar'
import { type Build, isNil, parameters } from './expression'
import { localMoment, milliseconds } from './moments'
import { readZone } from './time-zones'

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** What each `%x` of a format becomes. */
const SPECIFIERS: Readonly<Record<string, (moment: Moment, offsetMinutes: number) => string>> = {
  '%': () => '%',
  d: ({ day }) => pad(day, 2),
  G: ({ isoWeekYear }) => pad(isoWeekYear, 4),
  H: ({ hour }) => pad(hour, 2),
  j: ({ dayOfYear }) => pad(dayOfYear, 3),
  L: ({ millisecond }) => pad(millisecond, 3),
  m: ({ month }) => pad(month, 2),
  M: ({ minute }) => pad(minute, 2),
  S: ({ second }) => pad(second, 2),
  u: ({ isoDayOfWeek }) => String(isoDayOfWeek),
  U: ({ week }) => pad(week, 2),
  V: ({ isoWeek }) => pad(isoWeek, 2),
  w: ({ dayOfWeek }) => String(dayOfWeek),
  Y: ({ year }) => pad(year, 4),
  z: (_moment, offset) =>
    sign(offset) + pad(Math.floor(Math.abs(offset) / 60), 2) + pad(Math.abs(offset) % 60, 2),
  Z: (_moment, offset) => sign(offset) + String(Math.abs(offset)),
}

/** `$dateToString`: `{ date, format, timezone, onNull }`. */
export const dateToString: Build = (operand, compile, name) => {
  const named = parameters(operand, name, ['date'], ['format', 'timezone', 'onNull'])
  const date = compile(named.date)
  const format = compile(named.format ?? DEFAULT_FORMAT)
  const timezone = 'timezone' in named ? compile(named.timezone) : undefined
  const onNull = 'onNull' in named ? compile(named.onNull) : () => null
  return (scope) => {
    const [moment, layout, zone] = [date(scope), format(scope), timezone?.(scope)]
    if (isNil(moment)) return onNull(scope)
    if (isNil(layout) || (timezone && isNil(zone))) return null
    const clocks = readZone(zone)
    const offset = clocks(milliseconds(moment, name)) / 60_000
    return fill(layout, localMoment(moment, clocks, name), offset)
  }
}

function fill(format: Value, moment: Moment, offset: number): string {
  if (typeof format !== 'string') throw invalidOperator('$dateToString needs a format that is a text.')
  if (moment.year < 0 || moment.year > 9999)
    throw invalidOperator('$dateToString writes the years 0 to 9999.')
  return format.replace(/%([\s\S]?)/gu, (whole, letter: string) => {
    const write = Object.hasOwn(SPECIFIERS, letter) ? SPECIFIERS[letter] : undefined
    if (!write) throw invalidOperator(`$dateToString does not know ${whole} in a format.`)
    return write(moment, offset)
  })
}

const sign = (offset: number) => (offset < 0 ? '-' : '+')
