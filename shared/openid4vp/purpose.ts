import * as v from 'valibot'
import { shownText } from '../fields'
import { TRANSACTION_TYPES } from './transaction-data'

const words = (most: number) => v.strictObject({ zh: shownText(most), en: shownText(most) })
const path = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{1,40}$/))),
  v.minLength(1),
  v.maxLength(3),
)

/** What a purpose can ask of the holder: two rules of shared/scenarios.ts, or a face seen within half an hour and nothing else. */
export const PURPOSE_UNLOCKS = ['pin-or-biometric', 'fresh-face-or-fresh-pin', 'fresh-face'] as const
export type PurposeUnlock = (typeof PURPOSE_UNLOCKS)[number]

/** What a relying party may ask for, why, and how long it keeps it; a row of shared/scenarios.ts for the world outside. */
export const Purpose = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  title: words(60),
  /** Paths of the claims that it may ask for at most. */
  claims: v.pipe(v.array(path), v.maxLength(24)),
  legalBasis: words(200),
  retention: words(120),
  /** What the holder must have done, and how lately, for the credential of such an answer to be issued. */
  unlock: v.picklist(PURPOSE_UNLOCKS),
  /** Types of transaction data that belong to it. */
  transactions: v.optional(v.pipe(v.array(v.picklist(TRANSACTION_TYPES)), v.maxLength(8)), []),
})
export type Purpose = v.InferOutput<typeof Purpose>
