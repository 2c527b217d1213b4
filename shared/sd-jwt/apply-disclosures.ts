import { decodeBase64url } from '../encoding/base64url'
import { digestText } from '../encoding/digest'
import { parseJson } from '../encoding/parse-json'
import { NanshaError } from '../errors'

/** Why disclosures were refused (RFC 9901 §7.1, draft-ietf-oauth-sd-jwt-vc §3.2.2.2). */
export type DisclosureFault =
  | 'HASH_ALGORITHM'
  | 'DISCLOSURE_MALFORMED'
  | 'DIGEST_MALFORMED'
  | 'DIGEST_DUPLICATE'
  | 'DISCLOSURE_UNREFERENCED'
  | 'CLAIM_COLLISION'
  | 'CLAIM_RESERVED'

export type Payload = Readonly<Record<string, unknown>>

/** `[salt, name, value]` of an object member, `[salt, value]` of an array element. */
type Disclosure = readonly [string, string, unknown] | readonly [string, unknown]

/** Claims that say who vouches, until when and for whose key must not be hidden. */
const NEVER_HIDDEN = ['iss', 'iat', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status']

/**
 * Puts disclosed claims where their digests stand, and removes every trace of the rest (RFC 9901 §7.1, step 3).
 *
 * @param payload of an issuer-signed JWS whose signature was checked
 * @throws NanshaError CREDENTIAL_INVALID; `details.check` is the {@link DisclosureFault}
 */
export function applyDisclosures(payload: Payload, disclosures: readonly string[]): Payload {
  if (payload._sd_alg !== undefined && payload._sd_alg !== 'sha-256') throw refused('HASH_ALGORITHM')
  const { _sd_alg, ...signed } = payload
  const walk = createWalk(parseDisclosures(disclosures))
  const applied = walk.object(signed, NEVER_HIDDEN)
  if (walk.unreferenced() > 0) throw refused('DISCLOSURE_UNREFERENCED')
  return applied
}

function refused(check: DisclosureFault): NanshaError {
  return new NanshaError('CREDENTIAL_INVALID', { check })
}

/** @returns by digest */
function parseDisclosures(texts: readonly string[]): Map<string, Disclosure> {
  const byDigest = new Map<string, Disclosure>()
  for (const text of texts) {
    const bytes = decodeBase64url(text)
    const value = bytes && parseJson(bytes)
    if (!isDisclosure(value)) throw refused('DISCLOSURE_MALFORMED')
    const digest = digestText(text)
    if (byDigest.has(digest)) throw refused('DIGEST_DUPLICATE')
    byDigest.set(digest, value)
  }
  return byDigest
}

function isDisclosure(value: unknown): value is Disclosure {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false
  if (value.length === 2) return true
  return value.length === 3 && typeof value[1] === 'string' && value[1] !== '_sd' && value[1] !== '...'
}

/** Disclosed values may hold digests themselves, so the walk goes on into them; each digest can be met only once. */
function createWalk(byDigest: Map<string, Disclosure>) {
  const met = new Set<string>()
  const meet = (digest: unknown): Disclosure | undefined => {
    if (typeof digest !== 'string') throw refused('DIGEST_MALFORMED')
    if (met.has(digest)) throw refused('DIGEST_DUPLICATE')
    met.add(digest)
    return byDigest.get(digest)
  }

  const object = (source: Payload, reserved: readonly string[] = []): Payload => {
    const { _sd: digests, ...members } = source
    if ('...' in members || '_sd_alg' in members) throw refused('DIGEST_MALFORMED')
    const result: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(members)) result[name] = value(member)
    if (digests === undefined) return result
    if (!Array.isArray(digests)) throw refused('DIGEST_MALFORMED')
    for (const digest of digests) {
      const disclosure = meet(digest)
      if (!disclosure) continue
      if (disclosure.length !== 3) throw refused('DISCLOSURE_MALFORMED')
      const [, name, disclosed] = disclosure
      if (reserved.includes(name)) throw refused('CLAIM_RESERVED')
      if (name in result) throw refused('CLAIM_COLLISION')
      result[name] = value(disclosed)
    }
    return result
  }

  const array = (source: readonly unknown[]): unknown[] =>
    source.flatMap((element) => {
      if (!isHiddenElement(element)) return [value(element)]
      const disclosure = meet(element['...'])
      if (!disclosure) return []
      if (disclosure.length !== 2) throw refused('DISCLOSURE_MALFORMED')
      return [value(disclosure[1])]
    })

  const value = (source: unknown): unknown => {
    if (Array.isArray(source)) return array(source)
    return typeof source === 'object' && source !== null ? object(source as Payload) : source
  }

  const unreferenced = () => [...byDigest.keys()].filter((digest) => !met.has(digest)).length
  return { object, unreferenced }
}

function isHiddenElement(element: unknown): element is { readonly '...': unknown } {
  return (
    typeof element === 'object' && element !== null && '...' in element && Object.keys(element).length === 1
  )
}
