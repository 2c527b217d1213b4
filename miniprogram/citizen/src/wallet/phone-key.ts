import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'

const KEY = 'phone-key'

/**
 * The key of this phone, made at the first enrolment and stored before it is used: when an answer is lost and the
 * enrolment is sent again, the server must recognise the same phone, or it would wait for the veto of an old one.
 */
export async function phoneKey(
  storage: SecureStorage,
  randomBytes: (length: number) => Promise<Uint8Array>,
): Promise<HolderKey> {
  const stored = await storage.get(KEY)
  if (stored !== undefined) return JSON.parse(stored) as HolderKey
  const key = createHolderKey(await randomBytes(48))
  await storage.set(KEY, JSON.stringify(key))
  return key
}

/** After deletion and revocation the next enrolment begins with a new key. */
export function forgetPhoneKey(storage: SecureStorage): Promise<void> {
  return storage.remove(KEY)
}
