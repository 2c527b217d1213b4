import { LONG_TERM } from '@nansha/shared/card-validity'
import type { Field } from './field'

/** From when until when a card is valid, as one reading found it. */
export interface Period {
  /** `YYYY-MM-DD` */
  readonly validFrom: Field | undefined
  /** `YYYY-MM-DD` or `long-term` */
  readonly validUntil: Field | undefined
}

const PERIOD = /^([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})[-—–一]?(?:([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})|(长期))$/

/** @param printed two days with a dash between them, or a day and 长期 */
export function parsePeriod(printed: Field): Period {
  const dates = PERIOD.exec(printed.value)
  if (!dates) return { validFrom: undefined, validUntil: undefined }
  const date = (at: number) => dates.slice(at, at + 3).join('-')
  return {
    validFrom: { ...printed, value: date(1) },
    validUntil: { ...printed, value: dates[7] ? LONG_TERM : date(4) },
  }
}
