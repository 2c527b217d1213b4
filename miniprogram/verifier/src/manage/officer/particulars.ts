import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import { parseTypedValidity, validityFault } from '@nansha/shared/card-validity'
import { isEthnicGroup, isPrintedGroup, normaliseEthnicGroup } from '@nansha/shared/ethnic-groups'
import { nationality as Nationality } from '@nansha/shared/fields'
import { identityDocumentOf } from '@nansha/shared/identity-document'
import { type NameFault, nameFault, normaliseName } from '@nansha/shared/person-name'
import { isAddress, plainText } from '@nansha/shared/plain-text'
import { parseResidentNumber, type ResidentNumberFault } from '@nansha/shared/resident-number'
import * as v from 'valibot'

/** What an officer typed or corrected; empty where the card says nothing. */
export interface Draft {
  readonly name: string
  readonly idNumber: string
  readonly ethnicity: string
  readonly address: string
  /** Of a foreign permanent resident, three letters. */
  readonly nationality: string
  /** Of a foreign permanent resident whose card prints one. */
  readonly chineseName: string
  /** Its last day or both days, in any form that people type, or 长期. */
  readonly cardValidity: string
  readonly guardianName: string
  readonly guardianNumber: string
}

/** As `counter-approve` takes it. */
export interface Particulars {
  readonly name: string
  readonly idNumber: string
  readonly ethnicity?: string
  readonly address?: string
  readonly nationality?: string
  readonly chineseName?: string
  readonly cardValidity: string
  readonly guardian?: { readonly name: string; readonly idNumber: string }
}

export type DraftFault =
  | ResidentNumberFault
  | NameFault
  | 'ETHNICITY_MALFORMED'
  | 'ADDRESS_MALFORMED'
  | 'NATIONALITY_MALFORMED'
  | 'VALIDITY_MALFORMED'
  | NonNullable<ReturnType<typeof validityFault>>
export type DraftFaults = Partial<Record<keyof Draft, DraftFault>>

export type CheckedDraft =
  | { readonly ok: true; readonly particulars: Particulars }
  | { readonly ok: false; readonly faults: DraftFaults }

/** Whether the number belongs to a child who needs a guardian. @param now Unix milliseconds */
export function needsGuardian(idNumber: string, now: number): boolean {
  const number = parseResidentNumber(plainText(idNumber))
  return number.ok && ageInChina(number.birthdate, now) < AGE_OF_OWN_CONSENT
}

/** Whether the number is printed on the card of a foreign permanent resident, which has other fields. */
export function isForeigners(idNumber: string): boolean {
  return identityDocumentOf(plainNumber(idNumber)) === 'permanent-resident-card'
}

/** Whether a group was entered that is none of the 56, which some cards print and a slip of the finger may be. */
export function isUnlistedGroup(ethnicity: string): boolean {
  const group = normaliseEthnicGroup(ethnicity)
  return isPrintedGroup(group) && !isEthnicGroup(group)
}

/**
 * What can be told wrong before anything leaves the device.
 *
 * @param now Unix milliseconds
 */
export function checkDraft(draft: Draft, now: number): CheckedDraft {
  const child = needsGuardian(draft.idNumber, now)
  const foreign = isForeigners(draft.idNumber)
  const name = normaliseName(draft.name)
  // What was read or typed before the number was that of another document is not sent.
  const ethnicity = foreign ? '' : normaliseEthnicGroup(draft.ethnicity)
  const address = foreign ? '' : plainText(draft.address)
  const nationality = foreign ? plainNumber(draft.nationality) : ''
  const chineseName = foreign ? normaliseName(draft.chineseName) : ''
  const validity = parseTypedValidity(draft.cardValidity)
  const guardian = { name: normaliseName(draft.guardianName), idNumber: plainNumber(draft.guardianNumber) }
  const found: Record<string, DraftFault | undefined> = {
    name: nameFault(name),
    idNumber: numberFault(draft.idNumber),
    ethnicity: ethnicity === '' || isPrintedGroup(ethnicity) ? undefined : 'ETHNICITY_MALFORMED',
    address: address === '' || isAddress(address) ? undefined : 'ADDRESS_MALFORMED',
    nationality: foreign && !v.is(Nationality, nationality) ? 'NATIONALITY_MALFORMED' : undefined,
    chineseName: chineseName === '' ? undefined : nameFault(chineseName),
    cardValidity: validity ? validityFault(validity, dateInChina(now)) : 'VALIDITY_MALFORMED',
    guardianName: child ? nameFault(guardian.name) : undefined,
    guardianNumber: child ? numberFault(draft.guardianNumber) : undefined,
  }
  const faults = Object.entries(found).filter(([, fault]) => fault !== undefined)
  if (!validity || faults.length > 0) return { ok: false, faults: Object.fromEntries(faults) }
  return {
    ok: true,
    particulars: {
      name,
      idNumber: plainNumber(draft.idNumber),
      ...(ethnicity !== '' && { ethnicity }),
      ...(address !== '' && { address }),
      ...(foreign && { nationality }),
      ...(chineseName !== '' && { chineseName }),
      cardValidity: validity.until,
      ...(child && { guardian }),
    },
  }
}

function plainNumber(text: string): string {
  return plainText(text).toUpperCase()
}

function numberFault(text: string): DraftFault | undefined {
  const number = parseResidentNumber(plainNumber(text))
  return number.ok ? undefined : number.code
}
