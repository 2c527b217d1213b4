import { personName } from '@nansha/shared/api/fields'
import { isEthnicGroup } from '@nansha/shared/ethnic-groups'
import { parseResidentNumber, type ResidentNumberFault } from '@nansha/shared/resident-number'
import { safeParse } from 'valibot'

/** Below this age a guardian must consent (PIPL art. 31). */
const AGE_OF_OWN_CONSENT = 14

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
  readonly cardValidity?: string
  readonly guardian?: { readonly name: string; readonly idNumber: string }
}

export type DraftFault = ResidentNumberFault | 'NAME_MALFORMED' | 'ETHNICITY_UNKNOWN' | 'VALIDITY_MALFORMED'
export type DraftFaults = Partial<Record<keyof Draft, DraftFault>>

export type CheckedDraft =
  | { readonly ok: true; readonly particulars: Particulars }
  | { readonly ok: false; readonly faults: DraftFaults }

/** Whether the number belongs to somebody who needs a guardian. @param now Unix milliseconds */
export function needsGuardian(idNumber: string, now: number): boolean {
  const number = parseResidentNumber(idNumber)
  if (!number.ok) return false
  // Dates on the card are of China, at UTC+8 without summer time.
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
  const birthday = `${Number(number.birthdate.slice(0, 4)) + AGE_OF_OWN_CONSENT}${number.birthdate.slice(4)}`
  return birthday > today
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
    cardValidity: validity === undefined ? 'VALIDITY_MALFORMED' : undefined,
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
      ...(validity && { cardValidity: validity }),
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

/** @returns the text for the server, empty when nothing was given, `undefined` when it is no date */
function parseValidity(text: string): string | undefined {
  const given = text.trim().replace(/\./g, '-')
  if (given === '' || given === 'long-term') return given
  if (given === '长期') return 'long-term'
  return /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : undefined
}
