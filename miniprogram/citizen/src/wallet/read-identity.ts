import { decodeBase64url } from '@nansha/shared/encoding/base64url'
import { parseJson } from '@nansha/shared/encoding/parse-json'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { ASSURANCES } from '@nansha/shared/scenarios'
import * as v from 'valibot'

const Issuer = v.object({
  iss: v.string(),
  issuer_id: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff)),
  exp: v.number(),
  assurance: v.picklist(ASSURANCES),
})
const Member = v.tuple([v.string(), v.string(), v.unknown()])
const Person = v.object({ name: v.string(), id_number: v.string() })

/** What the holder's own phone shows and needs of a credential. */
export interface Identity {
  readonly name: string
  readonly idNumber: string
  readonly issuer: string
  /** Names the issuer in tickets, two bytes. */
  readonly issuerId: number
  /** Unix seconds. */
  readonly expiresAt: number
  readonly assurance: v.InferOutput<typeof Issuer>['assurance']
}

/**
 * Reads one's own credential for display. The issuer's signature is not checked: it came from the issuer itself, is
 * shown to nobody but its holder, and every desk has it checked.
 *
 * @param credential SD-JWT VC with all disclosures
 * @returns `undefined` for anything else
 */
export function readIdentity(credential: string): Identity | undefined {
  const [jws = '', ...disclosures] = credential.split('~')
  const issuer = v.safeParse(Issuer, decodeJws(jws)?.payload)
  const person = v.safeParse(Person, membersOf(disclosures))
  if (!issuer.success || !person.success) return undefined
  const { iss, issuer_id, exp, assurance } = issuer.output
  const { name, id_number } = person.output
  return { name, idNumber: id_number, issuer: iss, issuerId: issuer_id, expiresAt: exp, assurance }
}

function membersOf(disclosures: readonly string[]): Record<string, unknown> {
  const members = disclosures.flatMap((disclosure) => {
    const bytes = decodeBase64url(disclosure)
    const parsed = v.safeParse(Member, bytes && parseJson(bytes))
    return parsed.success ? [[parsed.output[1], parsed.output[2]] as const] : []
  })
  return Object.fromEntries(members)
}
