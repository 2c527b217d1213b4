import type { ExpandY } from '../keys/compress-key'
import type { EcPublicJwk } from '../keys/ec-public-jwk'

/**
 * Checks an ES256 signature (RFC 7518 §3.4): the one thing that differs between the phone (@noble) and the cloud
 * (WebCrypto). Everything else about a JWS is checked by the same code in both.
 */
export interface VerifySignature {
  /**
   * @param message the bytes that were signed
   * @param signature 64 bytes `r ‖ s`; any other length is a wrong signature
   * @returns whether it is right; a key that is not a point of the curve makes every signature wrong
   */
  (key: EcPublicJwk, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>
  /** The platform's own way of completing a key, where it has a faster one than @noble. */
  readonly expandY?: ExpandY
}
