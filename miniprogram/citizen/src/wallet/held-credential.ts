import { readStored, type Stored } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { id, unixSeconds } from '@nansha/shared/fields'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import * as v from 'valibot'
import { StoredKey } from './phone-key'
import { readIdentity } from './read-identity'

const CREDENTIAL = 'credential'
const POSTPONED = 'postponed'
/** Outlives the two when the platform evicts entries one by one. */
const GRANTED = 'granted'

const Held = v.pipe(v.object({ key: StoredKey, credential: v.string() }), v.check(isBound))
const Postponed = v.object({
  enrolmentId: id,
  key: StoredKey,
  readyAt: unixSeconds,
  hasLostKey: v.optional(v.boolean()),
})

/** A credential and the key it is bound to; neither is of use without the other, so they are stored as one. */
export type HeldCredential = Readonly<v.InferOutput<typeof Held>>

/**
 * This person was proven, but an older phone may still object until `readyAt` (Unix seconds). `hasLostKey`: that phone may be this
 * very one, whose storage was lost.
 */
export type PostponedCredential = Readonly<v.InferOutput<typeof Postponed>>

/** What an enrolment ends in. */
export type Granted = HeldCredential | PostponedCredential

/** Whether a credential can be shown, and is of the key that was kept with it. */
export function isBound({
  key,
  credential,
}: {
  readonly key: HolderKey
  readonly credential: string
}): boolean {
  return readIdentity(credential)?.holderKey.x === key.publicJwk.x
}

export function isHeld(granted: Granted): granted is HeldCredential {
  return 'credential' in granted
}

/**
 * @returns `none` before enrolment; `unreadable` when there was something: a part of it is damaged, or the platform evicted
 *   it. Never throws.
 */
export async function loadGranted(storage: SecureStorage): Promise<Stored<Granted>> {
  const held = await readStored(storage, CREDENTIAL, Held)
  if (held.state === 'read') return held
  const postponed = await readStored(storage, POSTPONED, Postponed)
  if (postponed.state === 'read') return postponed
  const marks = [held.state, postponed.state, (await readStored(storage, GRANTED, v.unknown())).state]
  return { state: marks.every((state) => state === 'none') ? 'none' : 'unreadable' }
}

/** @throws NanshaError STORAGE_FULL */
export async function saveGranted(storage: SecureStorage, granted: Granted): Promise<void> {
  await storage.set(isHeld(granted) ? CREDENTIAL : POSTPONED, JSON.stringify(granted))
  if (isHeld(granted)) await storage.remove(POSTPONED)
  await storage.set(GRANTED, 'true')
}

export async function forgetGranted(storage: SecureStorage): Promise<void> {
  for (const key of [CREDENTIAL, POSTPONED, GRANTED]) await storage.remove(key)
}
