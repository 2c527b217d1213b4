import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'

const CREDENTIAL = 'credential'
const POSTPONED = 'postponed'

/** A credential and the key it is bound to; neither is of use without the other, so they are stored as one. */
export interface HeldCredential {
  readonly key: HolderKey
  /** SD-JWT VC with all disclosures, as issued. */
  readonly credential: string
}

/** This person was proven, but an older phone may still object until `readyAt` (Unix seconds). */
export interface PostponedCredential {
  readonly enrolmentId: string
  readonly key: HolderKey
  readonly readyAt: number
}

/** What an enrolment ends in. */
export type Granted = HeldCredential | PostponedCredential

export function isHeld(granted: Granted): granted is HeldCredential {
  return 'credential' in granted
}

/** @returns `undefined` before enrolment, and after the platform evicted its storage */
export async function loadGranted(storage: SecureStorage): Promise<Granted | undefined> {
  const stored = (await storage.get(CREDENTIAL)) ?? (await storage.get(POSTPONED))
  return stored === undefined ? undefined : (JSON.parse(stored) as Granted)
}

export async function saveGranted(storage: SecureStorage, granted: Granted): Promise<void> {
  await storage.set(isHeld(granted) ? CREDENTIAL : POSTPONED, JSON.stringify(granted))
  if (isHeld(granted)) await storage.remove(POSTPONED)
}

export async function forgetGranted(storage: SecureStorage): Promise<void> {
  await storage.remove(CREDENTIAL)
  await storage.remove(POSTPONED)
}
