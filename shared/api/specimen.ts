import * as v from 'valibot'
import { GUARDIAN_RELATIONS, GuardedChild } from '../children/child-card'
import { DrivingLicence } from '../documents/driving-licence'
import { SocialSecurityCard } from '../documents/social-security-card'
import { cardAddress, ethnicGroup, personName, residentNumber } from '../fields'

const SpecimenDocuments = v.strictObject({
  'driving-licence': v.optional(DrivingLicence),
  'social-security-card': v.optional(SocialSecurityCard),
})
export type SpecimenDocuments = v.InferOutput<typeof SpecimenDocuments>

const SpecimenHousehold = v.strictObject({
  /** By resident number. */
  guardians: v.pipe(
    v.array(v.strictObject({ idNumber: residentNumber, relation: v.picklist(GUARDIAN_RELATIONS) })),
    v.maxLength(4),
  ),
  /** The register's photo of the child. */
  portrait: GuardedChild.entries.portrait,
})
export type SpecimenHousehold = v.InferOutput<typeof SpecimenHousehold>

/**
 * Event of the function `specimen`: puts a synthetic citizen into the embedded specimen registry.
 * Deployed only where NANSHA_STAGE is `local`, and only the operator may call it.
 */
export const SpecimenEvent = v.strictObject({
  action: v.literal('register'),
  name: personName,
  idNumber: residentNumber,
  /** JPEG, base64, at most 90 kB of text: an event holds 100 kB. */
  portrait: v.pipe(v.string(), v.maxLength(90_000), v.base64()),
  /** Absent when the card has no such field. */
  ethnicity: v.optional(ethnicGroup),
  /** Absent on the card of a foreign permanent resident. */
  address: v.optional(cardAddress),
  /** What the embedded registries of documents are to know of them. */
  documents: v.optional(SpecimenDocuments),
  /** What the embedded register of households is to know of a child. */
  household: v.optional(SpecimenHousehold),
})
export type SpecimenEvent = v.InferOutput<typeof SpecimenEvent>
