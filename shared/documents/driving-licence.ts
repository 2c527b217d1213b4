import * as v from 'valibot'
import { cardValidity, day, personName, residentNumber, shownText } from '../fields'

/**
 * Vehicle classes (机动车驾驶证申领和使用规定, annex 1). A class that is not among them is no fault: it is shown as the registry
 * writes it.
 */
const vehicleClass = v.pipe(v.string(), v.regex(/^[A-Z][0-9]?$/))

/** What a driving licence can be besides `normal`; a registry's other word is taken for none. */
export const LICENCE_STATUSES = [
  'normal',
  'points-full',
  'overdue-review',
  'withheld',
  'revoked',
  'cancelled',
] as const
export type LicenceStatus = (typeof LICENCE_STATUSES)[number]

/** Points at which a driver must learn and be examined anew (道路交通安全法实施条例, article 23). */
export const MOST_POINTS = 12

/** What the registry of driving licences says of one, by claim name (GA 482; ISO/IEC 18013-5 names where one exists). */
export const DrivingLicence = v.strictObject({
  /** 证号: the holder's resident number. */
  document_number: residentNumber,
  name: personName,
  sex: v.picklist(['male', 'female']),
  birthdate: day,
  /** ISO 3166-1 alpha-3. */
  nationality: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  /** As printed. */
  address: shownText(200),
  driving_privileges: v.pipe(
    v.array(
      v.strictObject({
        vehicle_category_code: vehicleClass,
        issue_date: v.optional(day),
        expiry_date: v.optional(cardValidity),
      }),
    ),
    v.minLength(1),
    v.maxLength(12),
  ),
  first_issue_date: day,
  valid_from: day,
  valid_until: cardValidity,
  /** 档案编号 */
  file_number: v.pipe(v.string(), v.regex(/^\d{12}$/)),
  issuing_authority: shownText(60),
  penalty_points: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  licence_status: v.picklist(LICENCE_STATUSES),
})
export type DrivingLicence = v.InferOutput<typeof DrivingLicence>

/** The classes as a licence prints them: `A2,E`. */
export function vehicleClasses({ driving_privileges }: Pick<DrivingLicence, 'driving_privileges'>): string {
  return driving_privileges.map(({ vehicle_category_code }) => vehicle_category_code).join(',')
}
