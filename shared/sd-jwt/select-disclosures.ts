import { decodeBase64url } from '../encoding/base64url'
import { digestText } from '../encoding/digest'
import { parseJson } from '../encoding/parse-json'
import { decodeJws } from '../jws/decode-jws'
import { parseSdJwt } from './parse-sd-jwt'

/** A claim of an SD-JWT that its holder may disclose. */
export interface HeldDisclosure {
  /** Names from the top of the payload down to the claim. */
  readonly path: readonly string[]
  readonly disclosure: string
}

/** @returns every disclosure of members of objects that the issuer's payload refers to, with its place in it */
export function disclosuresOf(sdJwt: string): readonly HeldDisclosure[] {
  const parsed = parseSdJwt(sdJwt)
  const payload = parsed && decodeJws(parsed.jws)?.payload
  if (!parsed || !payload) return []
  const byDigest = new Map(parsed.disclosures.map((disclosure) => [digestText(disclosure), disclosure]))
  const walk = (value: unknown, path: readonly string[]): HeldDisclosure[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    const { _sd: digests, ...members } = value as Record<string, unknown>
    const hidden = (Array.isArray(digests) ? digests : []).flatMap((digest) => {
      const disclosure = byDigest.get(String(digest))
      const name = disclosure && nameOf(disclosure)
      return name === undefined || disclosure === undefined ? [] : [{ path: [...path, name], disclosure }]
    })
    return [...hidden, ...Object.entries(members).flatMap(([name, member]) => walk(member, [...path, name]))]
  }
  return walk(payload, [])
}

/**
 * Takes the disclosures of the claims that are to be shown, and no other (RFC 9901 §7.2).
 *
 * @param sdJwt as issued, with all disclosures
 * @param paths a path shows what stands at it and below it
 * @returns with a tilde at the end, ready for a KB-JWT
 */
export function selectDisclosures(sdJwt: string, paths: readonly (readonly unknown[])[]): string {
  const chosen = disclosuresOf(sdJwt).filter(({ path }) => paths.some((asked) => isAtOrBelow(path, asked)))
  const jws = sdJwt.slice(0, sdJwt.indexOf('~'))
  return [jws, ...chosen.map(({ disclosure }) => disclosure), ''].join('~')
}

/** Whether a path is the one asked for or lies below it. */
export function isAtOrBelow(path: readonly string[], asked: readonly unknown[]): boolean {
  return asked.every((part, at) => part === path[at])
}

function nameOf(disclosure: string): string | undefined {
  const bytes = decodeBase64url(disclosure)
  const value = bytes && parseJson(bytes)
  return Array.isArray(value) && value.length === 3 && typeof value[1] === 'string' ? value[1] : undefined
}
