import type { Corrections } from '@nansha/shared/api/enrol'
import { correctsAddress } from '@nansha/shared/card-correction'
import { NanshaError } from '@nansha/shared/errors'
import { identityDocumentOf } from '@nansha/shared/identity-document'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import type { CitizenClaims } from '../records/citizens'
import type { CorrectedFields } from '../records/decisions'
import type { CardReading } from '../records/enrolments'

/** What a citizen may write otherwise than it was read: nothing else on the card contradicts it. */
const CORRECTABLE = ['name', 'ethnicity', 'address'] as const

interface Written {
  readonly name: string
  readonly corrections: Corrections
}

/**
 * Both sides of the card, which have to be read before anything is decided: an expired card is never kept, so whoever
 * leaves the emblem side out might be hiding that theirs is.
 *
 * @throws NanshaError CARD_UNREAD, CARD_SIDES_DIFFER
 */
export function requireRead({ portrait, emblem }: CardReading): Required<CardReading> {
  if (!portrait) throw new NanshaError('CARD_UNREAD', { which: 'card' })
  if (!emblem) throw new NanshaError('CARD_UNREAD', { which: 'emblem' })
  requireOneDocument({ portrait, emblem })
  return { portrait, emblem }
}

/**
 * The number says which document it is printed on, and the other side's title must say the same.
 *
 * @throws NanshaError CARD_SIDES_DIFFER once both sides were read
 */
export function requireOneDocument({ portrait, emblem }: CardReading): void {
  if (!portrait || !emblem) return
  if (identityDocumentOf(portrait.number) !== emblem.document) throw new NanshaError('CARD_SIDES_DIFFER')
}

/**
 * What is known of an applicant: what they wrote where the card was read wrong, the rest as read off the card or derived
 * from its number.
 *
 * @throws NanshaError INPUT_INVALID when the number is not the one that was read, or for a correction of what the card does not
 *   print, ADDRESS_DIFFERS for an address that the photo does not bear out
 */
export function applicantClaims(
  { name, corrections }: Written,
  { number, sex, birthdate }: ResidentNumber,
  reading: Required<CardReading>,
): CitizenClaims {
  if (reading.portrait.number !== number) throw new NanshaError('INPUT_INVALID', { field: 'idNumber' })
  return { name, id_number: number, sex, birthdate, ...printedClaims(reading, corrections) }
}

type Printed = Omit<CitizenClaims, 'name' | 'id_number' | 'sex' | 'birthdate'>

function printedClaims({ portrait, emblem }: Required<CardReading>, corrections: Corrections): Printed {
  if ('nationality' in portrait) {
    if (Object.keys(corrections).length > 0) throw new NanshaError('INPUT_INVALID', { field: 'corrections' })
    const { nationality, chineseName, validUntil } = portrait
    return {
      nationality,
      ...(chineseName !== '' && { chinese_name: chineseName }),
      card_validity: validUntil,
    }
  }
  // The sides of two documents were refused before.
  if (emblem.document === 'permanent-resident-card') throw new NanshaError('CARD_SIDES_DIFFER')
  const { ethnicity = portrait.ethnicity, address = portrait.address } = corrections
  if (!correctsAddress(portrait.address, address)) throw new NanshaError('ADDRESS_DIFFERS')
  return { ...(ethnicity && { ethnicity }), address, card_validity: emblem.validUntil }
}

/** Each field that the citizen wrote otherwise than it was read, with both values. */
export function correctedFields(
  { name, corrections }: Written,
  { portrait }: Required<CardReading>,
): CorrectedFields {
  const given = { name, ...corrections }
  const read: Readonly<Partial<Record<(typeof CORRECTABLE)[number], string>>> = portrait
  const fields = CORRECTABLE.filter((field) => given[field] !== undefined && given[field] !== read[field])
  return Object.fromEntries(
    fields.map((field) => [field, { read: read[field] ?? '', given: given[field] ?? '' }]),
  )
}

/** What was written in place of a wrong reading of the ethnic group and the address. */
export function correctedValues({ ethnicity, address }: CorrectedFields): Corrections {
  return {
    ...(ethnicity && { ethnicity: ethnicity.given }),
    ...(address && { address: address.given }),
  }
}
