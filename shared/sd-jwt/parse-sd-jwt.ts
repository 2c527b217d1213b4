/** An SD-JWT or SD-JWT+KB taken apart at its tildes (RFC 9901 §4). */
export interface SdJwt {
  /** The issuer-signed JWS. */
  readonly jws: string
  readonly disclosures: readonly string[]
  /** The KB-JWT; absent in an SD-JWT without key binding. */
  readonly keyBinding?: string
  /** All up to and with the last tilde: what `sd_hash` is over. */
  readonly presented: string
}

const LARGEST_TEXT = 32_768
const MOST_DISCLOSURES = 64

/**
 * @returns `undefined` when the text has no tilde, an empty part, or more of anything than a credential of this system
 * can have
 */
export function parseSdJwt(text: string): SdJwt | undefined {
  if (text.length > LARGEST_TEXT) return undefined
  const parts = text.split('~')
  const keyBinding = parts.pop()
  const [jws, ...disclosures] = parts
  if (!jws || disclosures.length > MOST_DISCLOSURES || disclosures.includes('')) return undefined
  const presented = text.slice(0, text.length - (keyBinding?.length ?? 0))
  return { jws, disclosures, presented, ...(keyBinding && { keyBinding }) }
}
