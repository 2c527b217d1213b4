import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Sealed } from '@nansha/shared/guest-report/guest-report'
import { SEAL_INFO, type SealPlace, sealBinding } from '@nansha/shared/guest-report/seal-binding'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'

/**
 * Opens what was sealed to the authority, where it belongs.
 *
 * @returns the fields, or `undefined` when it was sealed to another key or belongs elsewhere
 */
export async function openGuest(
  { privateKey, publicJwk }: HolderKey,
  place: SealPlace,
  sealed: Sealed,
): Promise<Record<string, unknown> | undefined> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  })
  try {
    const recipientKey = await suite.kem.importKey('jwk', { ...publicJwk, d: privateKey }, false)
    const bytes = await suite.open(
      { recipientKey, enc: fromText(sealed.enc), info: SEAL_INFO },
      fromText(sealed.ct),
      sealBinding(place),
    )
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

const fromText = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
