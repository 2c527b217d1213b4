import * as v from 'valibot'
import { cardAddress, day, ethnicGroup, nationality, personName, residentNumber, shownText } from '../fields'
import type { FaceAnswer } from './verify'

const sex = v.picklist(['male', 'female'])
const documentNumber = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{5,18}$/))
/** The clerk has looked at the document and at the guest, and says so: without that nobody is registered by a document. */
const compared = v.literal(true)

const visa = v.strictObject({ kind: shownText(20), number: documentNumber, validUntil: day })
const entry = v.strictObject({ day, port: shownText(40) })

/** A guest who shows a document on the desk, or a child without one. */
export const GuestDocument = v.variant('kind', [
  v.strictObject({
    kind: v.literal('card'),
    name: personName,
    idNumber: residentNumber,
    ethnicity: ethnicGroup,
    address: cardAddress,
    compared,
  }),
  /** Residence permits of people from Hong Kong, Macao and Taiwan. */
  v.strictObject({
    kind: v.literal('permit'),
    name: personName,
    number: documentNumber,
    from: nationality,
    sex,
    birthdate: day,
    validUntil: day,
    address: cardAddress,
    compared,
  }),
  /** The identity card of a foreign permanent resident, of 2023 or of 2017. */
  v.strictObject({
    kind: v.literal('permanent-resident'),
    /** As the card prints it, in Latin letters. */
    name: personName,
    /** Absent where the card prints none. */
    chineseName: v.optional(personName),
    number: residentNumber,
    nationality,
    sex,
    birthdate: day,
    validUntil: day,
    compared,
  }),
  v.strictObject({
    kind: v.literal('passport'),
    /** The machine-readable zone, two lines of 44 characters (ICAO 9303-4). */
    mrz: v.pipe(v.string(), v.maxLength(120)),
    visa,
    entry,
    purpose: shownText(40),
    leaves: day,
    compared,
  }),
  v.strictObject({
    kind: v.literal('child'),
    name: personName,
    sex,
    birthdate: day,
    /** Absent for a child that has none yet. */
    idNumber: v.optional(residentNumber),
    compared,
  }),
])
export type GuestDocument = v.InferOutput<typeof GuestDocument>

/** What a clerk says of a document that was photographed: what they corrected, and what no photo told. */
export const ReadGuest = v.variant('kind', [
  v.strictObject({
    kind: v.literal('card'),
    name: personName,
    ethnicity: v.optional(ethnicGroup),
    address: v.optional(cardAddress),
    compared,
  }),
  v.strictObject({
    kind: v.literal('permit'),
    name: personName,
    address: v.optional(cardAddress),
    validUntil: day,
    compared,
  }),
  v.strictObject({
    kind: v.literal('permanent-resident'),
    name: personName,
    chineseName: v.optional(personName),
    compared,
  }),
  v.strictObject({ kind: v.literal('passport'), visa, entry, purpose: shownText(40), leaves: day, compared }),
])
export type ReadGuest = v.InferOutput<typeof ReadGuest>

/** What can be photographed instead of typed: the side of a card that has a portrait, or a passport's machine-readable zone. */
export const PHOTOGRAPHED = ['card', 'passport'] as const
export type PhotographedDocument = (typeof PHOTOGRAPHED)[number]

/** Who a minor is to the others in the room; `alone` when there are none. */
export const RELATIONS = ['parent', 'guardian', 'relative', 'teacher', 'friend', 'stranger', 'alone'] as const

/** What a desk asks and does when a minor stays (Law on the Protection of Minors, art. 57). */
export const MinorDuties = v.strictObject({
  guardian: personName,
  /** A telephone number. */
  contact: v.pipe(v.string(), v.trim(), v.regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/)),
  /** How whoever answered confirmed that they know of the stay. */
  guardianReached: v.boolean(),
  relation: v.picklist(RELATIONS),
  /** The desk watches who visits the room. */
  visitorsControlled: v.literal(true),
  /** Whether something is wrong; if so the police was called, and the guardian told. */
  suspicion: v.picklist(['none', 'police-called']),
})
export type MinorDuties = v.InferOutput<typeof MinorDuties>

/** Where to upload one photo. */
export interface PhotoPlace {
  readonly upload: string
}

/** What a photo said that the clerk must see: the name always, and of the rest what was read badly. */
export type DocumentRead =
  | {
      readonly kind: 'card' | 'permit'
      readonly name: string
      readonly last4: string
      readonly ethnicity?: string
      readonly address?: string
    }
  | {
      readonly kind: 'permanent-resident'
      readonly name: string
      readonly last4: string
      /** Absent where the card prints none. */
      readonly chineseName?: string
    }
  | { readonly kind: 'passport'; readonly name: string; readonly last4: string }

/** How somebody without an electronic identity was identified. The clerk compared in every case. */
export interface Identified {
  readonly read: 'camera' | 'typed'
  /** What a comparison of the faces told the clerk; absent where none was made. */
  readonly faces?: FaceAnswer
}
