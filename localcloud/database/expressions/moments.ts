import { OpaqueValue, type Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { type Moment, readMoment } from './calendar'
import type { Zone } from './time-zones'

/** What the clocks of a zone show at a date, or at the moment in an ObjectId. @throws PlatformError */
export function localMoment(value: Value, zone: Zone, name: string): Moment {
  const utc = milliseconds(value, name)
  return readMoment(utc + zone(utc))
}

/** The milliseconds since 1970 of a date. @throws PlatformError when the value is no date */
export function milliseconds(value: Value, name: string): number {
  if (value instanceof Date) return value.getTime()
  if (value instanceof OpaqueValue && value.type === '$oid') {
    const { $oid } = JSON.parse(value.json) as { $oid: string }
    return Number.parseInt(String($oid).slice(0, 8), 16) * 1000
  }
  throw invalidOperator(`${name} needs a date.`)
}
