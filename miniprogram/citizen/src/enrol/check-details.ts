import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import type { Corrections } from '@nansha/shared/api/enrol'
import { correctsAddress } from '@nansha/shared/card-correction'
import { isPrintedGroup, normaliseEthnicGroup } from '@nansha/shared/ethnic-groups'
import { identityDocumentOf } from '@nansha/shared/identity-document'
import { type NameFault, nameFault, normaliseName } from '@nansha/shared/person-name'
import { isAddress, plainText } from '@nansha/shared/plain-text'
import { parseResidentNumber, type ResidentNumberFault } from '@nansha/shared/resident-number'

export interface Details {
  readonly name: string
  /** 18 characters, a trailing X in capitals. */
  readonly idNumber: string
  /** Where the citizen wrote otherwise than it was read; left out where all was read right. */
  readonly corrections?: Corrections
}

/** What the citizen sees of the card, as they left it; empty where the card says nothing. */
export interface Written {
  readonly name: string
  readonly ethnicity: string
  readonly address: string
}

export type NumberFault = ResidentNumberFault | 'GUARDIAN_REQUIRED'
export type WrittenFault = NameFault | 'ETHNICITY_MALFORMED' | 'ADDRESS_MALFORMED' | 'ADDRESS_DIFFERS'

export type CheckedDetails =
  | { readonly ok: true; readonly details: Details }
  | {
      readonly ok: false
      readonly faults: Readonly<Partial<Record<keyof Written, WrittenFault>>>
      readonly number?: NumberFault
    }

/**
 * What can be told wrong before anything leaves the phone.
 *
 * @param given the number as it was read, the rest as the citizen left it
 * @param read ethnic group and address as they were read
 * @param now Unix milliseconds
 */
export function checkDetails(
  given: Written & { readonly idNumber: string },
  read: Omit<Written, 'name'>,
  now: number,
): CheckedDetails {
  const name = normaliseName(given.name)
  const number = parseResidentNumber(given.idNumber)
  const fault = number.ok ? faultOfAge(number.birthdate, now) : number.code
  // The card of a foreign permanent resident has neither ethnic group nor address.
  const isForeign = identityDocumentOf(given.idNumber) === 'permanent-resident-card'
  const { found, corrections } = isForeign ? NOTHING_MORE : checkRest(given, read)
  const faults = Object.entries({ name: nameFault(name), ...found }).filter(([, one]) => one !== undefined)
  if (!number.ok || fault !== undefined || faults.length > 0)
    return { ok: false, faults: Object.fromEntries(faults), ...(fault !== undefined && { number: fault }) }
  const isCorrected = Object.keys(corrections).length > 0
  return { ok: true, details: { name, idNumber: number.number, ...(isCorrected && { corrections }) } }
}

interface Rest {
  readonly found: Readonly<Partial<Record<keyof Written, WrittenFault | undefined>>>
  readonly corrections: Corrections
}

const NOTHING_MORE: Rest = { found: {}, corrections: {} }

/** What can be corrected besides the name. */
function checkRest(given: Omit<Written, 'name'>, read: Omit<Written, 'name'>): Rest {
  const ethnicity = normaliseEthnicGroup(given.ethnicity)
  const address = plainText(given.address)
  return {
    found: {
      ethnicity: ethnicity === '' || isPrintedGroup(ethnicity) ? undefined : 'ETHNICITY_MALFORMED',
      address: addressFault(address, read.address),
    },
    corrections: {
      ...(ethnicity !== read.ethnicity && { ethnicity }),
      ...(address !== read.address && { address }),
    },
  }
}

function addressFault(address: string, read: string): WrittenFault | undefined {
  if (!isAddress(address)) return 'ADDRESS_MALFORMED'
  return correctsAddress(read, address) ? undefined : 'ADDRESS_DIFFERS'
}

function faultOfAge(birthdate: string, now: number): NumberFault | undefined {
  if (birthdate > dateInChina(now)) return 'NUMBER_DATE'
  return ageInChina(birthdate, now) < AGE_OF_OWN_CONSENT ? 'GUARDIAN_REQUIRED' : undefined
}
