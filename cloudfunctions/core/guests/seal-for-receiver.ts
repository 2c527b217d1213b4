import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { NanshaError } from '@nansha/shared/errors'
import type { Sealed } from '@nansha/shared/guest-report/guest-report'
import { SEAL_INFO, type SealPlace, sealBinding } from '@nansha/shared/guest-report/seal-binding'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { issuerByUrl, type TrustList } from '@nansha/shared/trust/trust-list'
import { padText } from '../crypto/envelope'

const PAD_BYTES = 512

/**
 * Seals fields so that the receiving authority alone can read them: nothing in this cloud opens them again.
 *
 * @throws NanshaError RECEIVER_MISSING when the trust list names no authority for this deployment
 */
export type SealForReceiver = (place: Omit<SealPlace, 'issuer'>, fields: object) => Promise<Sealed>

/** The suite of docs/guest-report.md: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM (RFC 9180 §7). */
export function guestSuite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })
}

/** @param trust whose signature verifiers check; the key in it is the only one that fields are sealed to */
export function createSealForReceiver(trust: TrustList, issuer: string): SealForReceiver {
  const suite = guestSuite()
  const jwk = issuerByUrl(trust, issuer)?.receiver?.sealingKey
  const kid = jwk && keyThumbprint(jwk)
  const key = jwk && suite.kem.importKey('jwk', jwk, true)
  key?.catch(() => undefined) // told at the first use
  return async (place, fields) => {
    if (!key || !kid) throw new NanshaError('RECEIVER_MISSING')
    const { enc, ct } = await suite.seal(
      { recipientPublicKey: await key, info: SEAL_INFO },
      // Filled up, so that the length of what is sealed tells nothing of a name or an address.
      exactBytes(padText(JSON.stringify(fields), PAD_BYTES)),
      sealBinding({ ...place, issuer }),
    )
    return { kid, enc: toText(enc), ct: toText(ct) }
  }
}

const toText = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64url')
const exactBytes = (bytes: Uint8Array) => Uint8Array.from(bytes)
