import * as v from 'valibot'
import type { ChildClaims } from '../children/child-card'
import {
  cardAddress,
  cardValidity,
  compactJws,
  digest,
  ethnicGroup,
  fileId,
  id,
  nationality,
  personName,
  residentNumber,
} from '../fields'
import { CARD_SIDES } from '../identity-card'
import type { ChildRenewed } from './wallet-answers'

/** What the child's physical card says. */
const childOnCard = { applicationId: id, name: personName, idNumber: residentNumber, cardValidity }

/**
 * Events of the function `enrol` for the counter route: the legal alternative to a face, and the only way for
 * under-14s. The phone shows a code; an officer with the physical card in hand approves.
 */
export const CounterEvent = v.variant('action', [
  /** The phone; answers {@link CounterBegun}. */
  v.strictObject({ action: v.literal('counter-begin') }),
  /** The phone, with its `openid4vci-proof+jwt`; answers {@link CounterApplied}. */
  v.strictObject({
    action: v.literal('counter-apply'),
    applicationId: id,
    proof: compactJws,
    /** For a child on a phone that holds nobody's identity yet; a guardian's phone vouches for its own (`vouch-for-child`). */
    forChild: v.optional(v.literal(true)),
  }),
  /** The phone, every few seconds; answers `EnrolIssued`, or {@link ChildIssued} of a child's card, once approved; until then {@link CounterWaiting}. */
  v.strictObject({ action: v.literal('counter-collect'), applicationId: id }),
  /** The officer, with the code on the phone's screen; answers {@link CounterOpened}. */
  v.strictObject({ action: v.literal('counter-open'), code: v.pipe(v.string(), v.regex(/^\d{8}$/)) }),
  /** The officer, with a photo of a side of the physical card at `uploads.card`; answers `CardRead`. It is deleted at once. */
  v.strictObject({
    action: v.literal('counter-read-card'),
    applicationId: id,
    side: v.picklist(CARD_SIDES),
    card: fileId,
  }),
  /** The officer refuses; the application ends, and the phone is told. */
  v.strictObject({ action: v.literal('counter-refuse'), applicationId: id }),
  /** The officer, with what the physical card says. A guardian is named for a person under 14, and for nobody else. */
  v.strictObject({
    action: v.literal('counter-approve'),
    applicationId: id,
    name: personName,
    idNumber: residentNumber,
    ethnicity: v.optional(ethnicGroup),
    address: v.optional(cardAddress),
    /** Given for a foreign permanent resident, and for nobody else. */
    nationality: v.optional(nationality),
    /** Given for a foreign permanent resident whose card prints one. */
    chineseName: v.optional(personName),
    cardValidity,
    /** A photo that the officer took of the person; it is shown at desks, and compared by people only. */
    portrait: fileId,
    /** SHA-256 of that photo, base64url: the very one that the officer saw. */
    portraitDigest: digest,
    guardian: v.optional(v.strictObject({ name: personName, idNumber: residentNumber })),
  }),
  /** The officer, of an application for which a guardian vouched: asks the register for the child. Answers {@link ChildFound}. */
  v.strictObject({ action: v.literal('counter-find-child'), ...childOnCard }),
  /** The officer, who compared guardian and child with their portraits: puts the child's card on the guardian's phone. */
  v.strictObject({
    action: v.literal('counter-approve-child'),
    ...childOnCard,
    /** SHA-256 of the portrait that the officer saw, base64url. */
    portraitDigest: digest,
  }),
  /** The officer, for somebody who lost the phone and is there with the physical card; answers `{}`, whatever there was to freeze. */
  v.strictObject({ action: v.literal('counter-freeze'), name: personName, idNumber: residentNumber }),
])
export type CounterEvent = v.InferOutput<typeof CounterEvent>

export interface CounterBegun {
  readonly applicationId: string
  /** Go into the proof of possession as `aud` and `nonce`. */
  readonly audience: string
  readonly nonce: string
  /** Unix seconds; the officer must approve before. */
  readonly expiresAt: number
}

export interface CounterApplied {
  /** Eight digits, read out or shown to the officer. */
  readonly code: string
}

export interface CounterWaiting {
  readonly state: 'waiting'
}

export interface CounterOpened {
  readonly applicationId: string
  /** Cloud paths for this officer alone: for the photo of the card, and for the portrait that the officer takes. */
  readonly uploads: { readonly card: string; readonly portrait: string }
  /** The phone holds an identity already: only for the same person can it go on. */
  readonly phoneHolds: boolean
  /** Whose child it is for: the application is for the card of a child, and for nothing else. */
  readonly guardian?: PresentedGuardian
  /** Unix seconds. */
  readonly expiresAt: number
}

/** A guardian as the identity on the phone says; the officer compares the person. */
export interface PresentedGuardian {
  readonly name: string
  readonly idNumber: string
  /** WebP, base64. */
  readonly portrait: string
}

/** A child as the register of households has it. */
export interface ChildFound {
  readonly claims: ChildClaims
  /** The register's photo, WebP, base64: what desks will see. */
  readonly portrait: string
}

/** What a guardian's phone collects. */
export interface ChildIssued extends ChildRenewed {
  /** The place of the card on the phone. */
  readonly place: number
}
