import type { Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'

const MINUTE = 60_000

/** How far a zone's clocks are before UTC at a moment, in milliseconds. */
export type Zone = (utcMilliseconds: number) => number

const zones = new Map<string, Zone>()

/**
 * Reads a time zone: an Olson name, `+hh`, `+hhmm`, `+hh:mm`, or UTC when there is none.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR when there is no such zone
 */
export function readZone(zone: Value): Zone {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return () => 0
  if (typeof zone !== 'string') throw invalidOperator('A time zone must be a text.')
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  if (sign) {
    const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1)
    return () => offset
  }
  const known = zones.get(zone)
  if (known) return known
  const named = readNamedZone(zone)
  zones.set(zone, named)
  return named
}

/** The moment at which the clocks of a zone show a time that is given as if it were UTC. */
export function toUtc(localMilliseconds: number, zone: Zone): number {
  const guess = localMilliseconds - zone(localMilliseconds)
  return localMilliseconds - zone(guess)
}

function readNamedZone(name: string): Zone {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw invalidOperator(`There is no time zone ${name.slice(0, 50)}.`)
  }
  return (utc) => {
    const part = new Map(format.formatToParts(utc).map(({ type, value }) => [type, value]))
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(part.get(type))
    const year = part.get('era') === 'BC' ? 1 - number('year') : number('year')
    const shown = utcTime(
      year,
      number('month'),
      number('day'),
      number('hour'),
      number('minute'),
      number('second'),
    )
    return shown - Math.floor(utc / 1000) * 1000
  }
}

/** Like Date.UTC, with months from 1, and without its reading of the years 0 to 99 as 1900 to 1999. */
export function utcTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  milli = 0,
): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, milli)
  return date.getTime()
}
