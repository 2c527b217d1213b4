import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { decodeBase64url } from '@nansha/shared/encoding/base64url'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

const KEY = 'phone-key'

export const StoredKey = v.object({
  privateKey: v.pipe(
    v.string(),
    v.length(43),
    v.check((text) => decodeBase64url(text)?.length === 32),
  ),
  publicJwk: EcPublicJwk,
})

/**
 * The key of this phone, made at the first enrolment and stored before it is used: when an answer is lost and the
 * enrolment is sent again, the server must recognise the same phone, or it would wait for the veto of an old one.
 *
 * @throws NanshaError STORAGE_FULL
 */
export async function phoneKey(
  storage: SecureStorage,
  randomBytes: (length: number) => Promise<Uint8Array>,
): Promise<HolderKey> {
  const stored = await readJson(storage, KEY, StoredKey)
  if (stored !== undefined) return stored
  const key = createHolderKey(await randomBytes(48))
  await storage.set(KEY, JSON.stringify(key))
  return key
}

/** After deletion and revocation the next enrolment begins with a new key. */
export function forgetPhoneKey(storage: SecureStorage): Promise<void> {
  return storage.remove(KEY)
}
