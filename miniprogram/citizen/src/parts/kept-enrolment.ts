import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { fileId, id, unixSeconds } from '@nansha/shared/fields'
import * as v from 'valibot'
import type { Step } from '../steps'

const KEY = 'enrolment'

/**
 * What a phone keeps of an enrolment that is under way: where things lie on the server, which holds them for as long as the enrolment is
 * open and reads them again. Neither photos nor what a card says are kept.
 */
export const KeptEnrolment = v.object({
  /** As `EnrolBegun` (shared/api/enrol.ts). */
  begun: v.object({
    enrolmentId: id,
    audience: v.string(),
    nonce: v.string(),
    expiresAt: unixSeconds,
    capture: v.picklist(['guided', 'platform']),
    networkId: v.boolean(),
    uploads: v.object({ card: v.string(), emblem: v.string(), selfie: v.string() }),
  }),
  /** The two sides of the card, as uploaded. */
  card: v.exactOptional(fileId),
  emblem: v.exactOptional(fileId),
  /** What was filmed and looked at. */
  selfie: v.exactOptional(v.object({ selfie: v.optional(fileId), frames: v.optional(v.array(fileId)) })),
})
export type KeptEnrolment = v.InferOutput<typeof KeptEnrolment>

export function readKeptEnrolment(storage: SecureStorage): Promise<KeptEnrolment | undefined> {
  return readJson(storage, KEY, KeptEnrolment)
}

/** @throws NanshaError STORAGE_FULL */
export function keepEnrolment(storage: SecureStorage, kept: KeptEnrolment): Promise<void> {
  return storage.set(KEY, JSON.stringify(kept))
}

export function forgetKeptEnrolment(storage: SecureStorage): Promise<void> {
  return storage.remove(KEY)
}

/** What is still to be given. */
export function stepAfter({ card, emblem, selfie }: KeptEnrolment): Step {
  if (card === undefined) return 'card'
  if (emblem === undefined) return 'emblem'
  return selfie === undefined ? 'selfie' : 'details'
}
