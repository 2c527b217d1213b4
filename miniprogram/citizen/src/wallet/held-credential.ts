import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'

const KEY = 'credential'

/** A credential and the key it is bound to; neither is of use without the other, so they are stored as one. */
export interface HeldCredential {
  readonly key: HolderKey
  /** SD-JWT VC with all disclosures, as issued. */
  readonly credential: string
}

/** @returns `undefined` before enrolment, and after the platform evicted its storage */
export async function loadCredential(storage: SecureStorage): Promise<HeldCredential | undefined> {
  const stored = await storage.get(KEY)
  return stored === undefined ? undefined : (JSON.parse(stored) as HeldCredential)
}

export function saveCredential(storage: SecureStorage, held: HeldCredential): Promise<void> {
  return storage.set(KEY, JSON.stringify(held))
}

export function forgetCredential(storage: SecureStorage): Promise<void> {
  return storage.remove(KEY)
}
