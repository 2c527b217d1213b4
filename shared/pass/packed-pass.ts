import type { Assurance, PassScenario, UnlockMethod } from '../scenarios'

/** Texts, or of an age check a yes or no. */
export type PassClaims =
  | Readonly<Record<string, string>>
  | { readonly age_equal_or_over: { readonly 18: boolean } }

/** Whether these are the claims of an age check. */
export function isAge(
  claims: PassClaims,
): claims is { readonly age_equal_or_over: { readonly 18: boolean } } {
  return typeof claims.age_equal_or_over === 'object'
}

/** All in which one pass differs from another: what its frame carries. */
export interface PackedPass {
  readonly scenario: PassScenario
  readonly assurance: Assurance
  readonly unlock: UnlockMethod
  readonly issuerId: number
  /** Which of the issuer's few keys signed, as `keyHintOf` says it. */
  readonly keyHint: string
  /** Where its status is published. */
  readonly list: number
  readonly index: number
  /** Unix seconds. */
  readonly iat: number
  readonly exp: number
  /** 4 bytes, base64url. */
  readonly jti: string
  /** The phone key: `x`, 32 bytes, base64url, and the parity of `y`. */
  readonly x: string
  readonly parity: '0' | '1'
  /** 16 bytes, base64url. */
  readonly portraitDigest: string
  /** What its scenario shows, as it stands in the payload. */
  readonly claims: PassClaims
  /** 64 bytes `r ‖ s` of the issuer. */
  readonly signature: Uint8Array
}

/** A pass with the proof of its key, as a frame shows it. */
export interface ShownPass extends PackedPass {
  /** `iat` of the KB-JWT, Unix seconds. */
  readonly shownAt: number
  /** 64 bytes `r ‖ s` of the phone. */
  readonly bindingSignature: Uint8Array
}
