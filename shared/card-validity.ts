import { parseTypedDay } from './calendar'
import { plainText } from './plain-text'

/** How a card that never expires says so on the wire, in place of its last day; it sorts behind every day. */
export const LONG_TERM = 'long-term'

/** Between which days a card is valid, both included. */
export interface CardValidity {
  /** `YYYY-MM-DD`; undefined where only the end is known */
  readonly from?: string | undefined
  /** `YYYY-MM-DD` or {@link LONG_TERM} */
  readonly until: string
}

/** The longest validity of a card that ends at all (Resident Identity Card Law, article 5). */
const LONGEST_YEARS = 20

const LONG_TERM_TYPED = /^(长期|長期)(有效)?$|^long-?term$/i
const BETWEEN = /[-\u2010-\u2015\u2212~\u301c至到]/u

/**
 * Reads a validity as people type it: its last day in any form that `parseTypedDay` knows, 长期, or both days as the card
 * prints them, `2016.05.20-2036.05.20`.
 *
 * @returns undefined for what is none, also when it ends before it begins
 */
export function parseTypedValidity(text: string): CardValidity | undefined {
  const end = parseTypedEnd(text)
  if (end) return { until: end }
  for (let at = 0; at < text.length; at++) {
    if (!BETWEEN.test(text.charAt(at))) continue
    const [from, until] = [parseTypedDay(text.slice(0, at)), parseTypedEnd(text.slice(at + 1))]
    if (from && until) return from < until ? { from, until } : undefined
  }
  return undefined
}

function parseTypedEnd(text: string): string | undefined {
  return LONG_TERM_TYPED.test(plainText(text)) ? LONG_TERM : parseTypedDay(text)
}

/**
 * Why a card cannot be used on a day.
 *
 * @param today `YYYY-MM-DD`, in China
 */
export function validityFault(
  { from, until }: CardValidity,
  today: string,
): 'CARD_EXPIRED' | 'CARD_NOT_YET_VALID' | undefined {
  if (until < today) return 'CARD_EXPIRED'
  const isAhead = from === undefined ? until !== LONG_TERM && until > latestEnd(today) : from > today
  return isAhead ? 'CARD_NOT_YET_VALID' : undefined
}

/** The last day of the longest validity that begins on a day; of 29 February it may be 1 March. */
function latestEnd(day: string): string {
  const end = String(Number(day.slice(0, 4)) + LONGEST_YEARS) + day.slice(4)
  return end.replace('-02-29', '-03-01')
}
