import { isDay } from './calendar'
import { parseResidentNumber, type Sex } from './resident-number'

export type PermanentResidentNumberFault = 'PERMANENT_NUMBER_MALFORMED' | 'PERMANENT_NUMBER_CHECKSUM'

/** The number of a foreign permanent resident identity card, and what it says of its holder. */
export type PermanentResidentNumber =
  | {
      /** Of the card of 2023: 17 digits, the first of them 9, and a check character `0`–`9` or `X`. */
      readonly issue: 2023
      readonly number: string
      /** `YYYY-MM-DD` */
      readonly birthdate: string
      readonly sex: Sex
    }
  | {
      /** Of the card of 2017: three letters and 12 digits. */
      readonly issue: 2017
      readonly number: string
      /** `YYMMDD`: the number does not say the century. */
      readonly bornOn: string
    }

export type ParsedPermanentResidentNumber =
  | ({ ok: true } & PermanentResidentNumber)
  | { ok: false; code: PermanentResidentNumberFault }

/**
 * Parses the number of a foreign permanent resident identity card.
 *
 * The 18 characters of 2023 (GA 2102-2023; the immigration administration's notice on adapting systems to the card): `9`, the
 * province of the application (GB/T 2260), the nationality at first issue as three digits (GB/T 2659), the birthdate, a sequence,
 * odd for men, and the check character of GB 11643. The 15 of 2017: the nationality as three letters, four digits of the place of
 * application, the birthdate without its century, a sequence digit, and the check digit of travel documents (ICAO 9303-3 §4.9),
 * which no publication that we have read states for it: the specimens that were published have it.
 *
 * A state's code is not looked up: numbers are for life, and states end or are named anew.
 *
 * @param text as typed or read; surrounding blanks and small letters are accepted
 */
export function parsePermanentResidentNumber(text: string): ParsedPermanentResidentNumber {
  const number = text.trim().toUpperCase()
  if (/^9[0-9]{16}[0-9X]$/.test(number)) return parse2023(number)
  if (/^[A-Z]{3}[0-9]{12}$/.test(number)) return parse2017(number)
  return { ok: false, code: 'PERMANENT_NUMBER_MALFORMED' }
}

function parse2023(text: string): ParsedPermanentResidentNumber {
  const parsed = parseResidentNumber(text)
  if (!parsed.ok)
    return {
      ok: false,
      code: parsed.code === 'NUMBER_CHECKSUM' ? 'PERMANENT_NUMBER_CHECKSUM' : 'PERMANENT_NUMBER_MALFORMED',
    }
  const { number, birthdate, sex } = parsed
  return { ok: true, issue: 2023, number, birthdate, sex }
}

/** Nationalities that no foreigner has. */
const OF_CHINA = new Set(['CHN', 'HKG', 'MAC', 'TWN'])

function parse2017(number: string): ParsedPermanentResidentNumber {
  const bornOn = number.slice(7, 13)
  const isInSomeCentury = ['19', '20'].some((century) =>
    isDay(`${century}${bornOn.slice(0, 2)}-${bornOn.slice(2, 4)}-${bornOn.slice(4)}`),
  )
  if (OF_CHINA.has(number.slice(0, 3)) || !isInSomeCentury)
    return { ok: false, code: 'PERMANENT_NUMBER_MALFORMED' }
  if (travelDocumentCheckDigit(number.slice(0, 14)) !== number.charAt(14))
    return { ok: false, code: 'PERMANENT_NUMBER_CHECKSUM' }
  return { ok: true, issue: 2017, number, bornOn }
}

/**
 * Check digit of ICAO 9303-3 §4.9: weights 7, 3, 1 in turn, modulo 10.
 *
 * @param text digits, and letters, which count from 10 for A to 35 for Z
 */
export function travelDocumentCheckDigit(text: string): string {
  const sum = [...text].reduce(
    (total, character, i) => total + Number.parseInt(character, 36) * ([7, 3, 1][i % 3] ?? 0),
    0,
  )
  return String(sum % 10)
}

/** Whether what a card prints beside its number is what the number says. */
export function agreesWithNumber(
  number: PermanentResidentNumber,
  { sex, birthdate }: { readonly sex: Sex; readonly birthdate: string },
): boolean {
  if (number.issue === 2023) return number.sex === sex && number.birthdate === birthdate
  return number.bornOn === birthdate.slice(2).replaceAll('-', '')
}
