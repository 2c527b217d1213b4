import { digestText } from '../encoding/digest'
import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'

/** `typ` of a KB-JWT (RFC 9901 §4.3). */
export const KEY_BINDING_TYPE = 'kb+jwt'

/** What a KB-JWT says; its members are signed in this order. */
export interface KeyBinding {
  readonly audience: string
  readonly nonce: string
  /** Unix seconds, corrected to the server's clock. */
  readonly issuedAt: number
}

/** @param sdHash of all up to and with the last tilde */
export function bindingPayload(sdHash: string, { audience, nonce, issuedAt }: KeyBinding) {
  return { iat: issuedAt, aud: audience, nonce, sd_hash: sdHash }
}

/**
 * Presents an SD-JWT with proof of its key (RFC 9901 §4.3).
 *
 * @param sdJwt with the disclosures to show and a tilde at the end
 * @returns SD-JWT+KB
 */
export function bindToKey(
  sdJwt: string,
  { key, ...binding }: KeyBinding & { readonly key: HolderKey },
): string {
  return (
    sdJwt + createJws(key.privateKey, { typ: KEY_BINDING_TYPE }, bindingPayload(digestText(sdJwt), binding))
  )
}
