import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import { type NameFault, nameFault, normaliseName } from '@nansha/shared/person-name'
import { parseResidentNumber, type ResidentNumberFault } from '@nansha/shared/resident-number'

export interface Details {
  readonly name: string
  /** 18 characters, a trailing X in capitals. */
  readonly idNumber: string
}

export type NumberFault = ResidentNumberFault | 'GUARDIAN_REQUIRED'

export type CheckedDetails =
  | { readonly ok: true; readonly details: Details }
  | { readonly ok: false; readonly name?: NameFault; readonly number?: NumberFault }

/**
 * What can be told wrong before anything leaves the phone.
 *
 * @param given the name as the citizen left it, the number as it was read
 * @param now Unix milliseconds
 */
export function checkDetails(given: Details, now: number): CheckedDetails {
  const name = normaliseName(given.name)
  const misspelt = nameFault(name)
  const number = parseResidentNumber(given.idNumber)
  const fault = number.ok ? faultOfAge(number.birthdate, now) : number.code
  if (misspelt === undefined && number.ok && fault === undefined) {
    return { ok: true, details: { name, idNumber: number.number } }
  }
  return {
    ok: false,
    ...(misspelt === undefined ? {} : { name: misspelt }),
    ...(fault === undefined ? {} : { number: fault }),
  }
}

function faultOfAge(birthdate: string, now: number): NumberFault | undefined {
  if (birthdate > dateInChina(now)) return 'NUMBER_DATE'
  return ageInChina(birthdate, now) < AGE_OF_OWN_CONSENT ? 'GUARDIAN_REQUIRED' : undefined
}
