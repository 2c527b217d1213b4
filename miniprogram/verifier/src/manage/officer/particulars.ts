import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import { isEthnicGroup } from '@nansha/shared/ethnic-groups'
import { cardValidity, personName } from '@nansha/shared/fields'
import { parseResidentNumber, type ResidentNumberFault } from '@nansha/shared/resident-number'
import { safeParse } from 'valibot'

/** What an officer typed or corrected; empty where the card says nothing. */
export interface Draft {
  readonly name: string
  readonly idNumber: string
  readonly ethnicity: string
  readonly address: string
  /** `YYYY-MM-DD`, `YYYY.MM.DD` or 长期, as printed. */
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
  readonly cardValidity: string
  readonly guardian?: { readonly name: string; readonly idNumber: string }
}

export type DraftFault = ResidentNumberFault | 'NAME_MALFORMED' | 'ETHNICITY_UNKNOWN' | ValidityFault
type ValidityFault = 'VALIDITY_MALFORMED' | 'CARD_EXPIRED'
export type DraftFaults = Partial<Record<keyof Draft, DraftFault>>

export type CheckedDraft =
  | { readonly ok: true; readonly particulars: Particulars }
  | { readonly ok: false; readonly faults: DraftFaults }

/** Whether the number belongs to somebody who needs a guardian. @param now Unix milliseconds */
export function needsGuardian(idNumber: string, now: number): boolean {
  const number = parseResidentNumber(idNumber)
  return number.ok && ageInChina(number.birthdate, now) < AGE_OF_OWN_CONSENT
}

/**
 * What can be told wrong before anything leaves the device.
 *
 * @param now Unix milliseconds
 */
export function checkDraft(draft: Draft, now: number): CheckedDraft {
  const child = needsGuardian(draft.idNumber, now)
  const validity = parseValidity(draft.cardValidity)
  const found: Record<string, DraftFault | undefined> = {
    name: nameFault(draft.name),
    idNumber: numberFault(draft.idNumber),
    ethnicity: draft.ethnicity === '' || isEthnicGroup(draft.ethnicity) ? undefined : 'ETHNICITY_UNKNOWN',
    cardValidity: validityFault(validity, now),
    guardianName: child ? nameFault(draft.guardianName) : undefined,
    guardianNumber: child ? numberFault(draft.guardianNumber) : undefined,
  }
  const faults = Object.entries(found).filter(([, fault]) => fault !== undefined)
  if (faults.length > 0) return { ok: false, faults: Object.fromEntries(faults) }
  const { name, idNumber, ethnicity, address, guardianName, guardianNumber } = draft
  return {
    ok: true,
    particulars: {
      name: name.trim(),
      idNumber: idNumber.trim().toUpperCase(),
      ...(ethnicity !== '' && { ethnicity }),
      ...(address.trim() !== '' && { address: address.trim() }),
      cardValidity: validity,
      ...(child && {
        guardian: { name: guardianName.trim(), idNumber: guardianNumber.trim().toUpperCase() },
      }),
    },
  }
}

function nameFault(name: string): DraftFault | undefined {
  return safeParse(personName, name).success ? undefined : 'NAME_MALFORMED'
}

function numberFault(text: string): DraftFault | undefined {
  const number = parseResidentNumber(text)
  return number.ok ? undefined : number.code
}

function validityFault(validity: string, now: number): ValidityFault | undefined {
  if (!safeParse(cardValidity, validity).success) return 'VALIDITY_MALFORMED'
  return validity < dateInChina(now) ? 'CARD_EXPIRED' : undefined
}

/** @returns the text for the server, if it is a validity at all */
function parseValidity(text: string): string {
  const given = text.trim()
  return given === '长期' ? 'long-term' : given.replace(/\./g, '-')
}
