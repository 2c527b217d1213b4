import { dateInChina } from '@nansha/shared/age-in-china'
import { type ClaimName, lackingClaims } from '@nansha/shared/claims'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { ASSURANCES, type Assurance } from '@nansha/shared/scenarios'
import { applyDisclosures, type Payload } from '@nansha/shared/sd-jwt/apply-disclosures'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import * as v from 'valibot'

const Credential = v.object({
  iss: v.string(),
  issuer_id: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff)),
  exp: v.number(),
  assurance: v.picklist(ASSURANCES),
  name: v.string(),
  id_number: v.string(),
  cnf: v.object({ jwk: EcPublicJwk }),
  card_validity: v.optional(v.string()),
  nationality: v.optional(v.string()),
  chinese_name: v.optional(v.string()),
  ethnicity: v.optional(v.unknown()),
  address: v.optional(v.unknown()),
})

/** What the holder's own phone shows and needs of a credential. */
export interface Identity {
  readonly name: string
  readonly idNumber: string
  readonly issuer: string
  /** Names the issuer in tickets, two bytes. */
  readonly issuerId: number
  /** Unix seconds. */
  readonly expiresAt: number
  readonly assurance: Assurance
  /** The key that it is bound to. */
  readonly holderKey: EcPublicJwk
  /** Last day of the physical card, `YYYY-MM-DD` or `long-term`, as far as it is known. */
  readonly cardValidity?: string
  /** Of a foreign permanent resident, three letters. */
  readonly nationality?: string
  /** Beside the name in Latin letters, of a foreign permanent resident whose card prints one. */
  readonly chineseName?: string
  /** What some other people's identities say and this one does not. */
  readonly lacks: readonly ClaimName[]
}

/**
 * The claims of the holder's own credential, for display. The issuer's signature is not checked: the credential came from
 * the issuer itself, is shown to nobody but its holder, and every desk has it checked.
 *
 * @param credential SD-JWT VC with all disclosures
 * @returns `undefined` for anything else
 */
export function parseOwnClaims(credential: string): Payload | undefined {
  const parsed = parseSdJwt(credential)
  const issued = parsed && decodeJws(parsed.jws)
  if (!issued) return undefined
  try {
    return applyDisclosures(issued.payload, parsed.disclosures)
  } catch (error) {
    if (error instanceof NanshaError) return undefined
    throw error
  }
}

/** As {@link parseOwnClaims}, of a resident's identity and with what the phone needs of it. */
export function readIdentity(credential: string): Identity | undefined {
  const claims = v.safeParse(Credential, parseOwnClaims(credential))
  if (!claims.success) return undefined
  const { iss, issuer_id, exp, assurance, name, id_number, cnf, ...printed } = claims.output
  const { card_validity, nationality, chinese_name } = printed
  return {
    name,
    idNumber: id_number,
    issuer: iss,
    issuerId: issuer_id,
    expiresAt: exp,
    assurance,
    holderKey: cnf.jwk,
    lacks: lackingClaims(printed),
    ...(card_validity !== undefined && { cardValidity: card_validity }),
    ...(nationality !== undefined && { nationality }),
    ...(chinese_name !== undefined && { chineseName: chinese_name }),
  }
}

/**
 * Whether the physical card has expired: then the credential is not renewed.
 *
 * @param now corrected time, Unix milliseconds
 */
export function isCardExpired({ cardValidity }: Identity, now: number): boolean {
  return cardValidity !== undefined && cardValidity < dateInChina(now)
}
