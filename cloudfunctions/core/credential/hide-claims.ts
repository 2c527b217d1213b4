import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'

export interface HiddenClaims {
  /** What the issuer signs in the claims' place: `_sd` digests and objects that hold such. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly disclosures: readonly string[]
}

/**
 * Makes every claim selectively disclosable (RFC 9901 §4.2). Of a claim that is an object, such as
 * `age_equal_or_over`, each member is disclosed by itself; a list is disclosed whole. Digests are sorted, so that their order tells nothing.
 *
 * @param randomBytes makes the salts
 */
export function hideClaims(claims: object, randomBytes: (length: number) => Uint8Array): HiddenClaims {
  const disclosures: string[] = []
  const hide = (name: string, value: unknown) => {
    const disclosure = createDisclosure(randomBytes(16), name, value)
    disclosures.push(disclosure)
    return digestText(disclosure)
  }
  const digests: string[] = []
  const nested: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(claims)) {
    if (value === undefined) continue
    if (isObject(value))
      nested[name] = {
        _sd: Object.entries(value)
          .map((member) => hide(...member))
          .sort(),
      }
    else digests.push(hide(name, value))
  }
  return { payload: { ...nested, _sd: digests.sort(), _sd_alg: 'sha-256' }, disclosures }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
