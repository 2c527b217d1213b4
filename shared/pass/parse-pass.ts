import * as v from 'valibot'
import { typeOfVct } from '../credential-types'
import { unixSeconds } from '../fields'
import { decodeJws } from '../jws/decode-jws'
import { keyHintOf } from '../jws/key-by-id'
import { compressY } from '../keys/compress-key'
import { EcPublicJwk } from '../keys/ec-public-jwk'
import { ASSURANCES, PASS_SCENARIOS, type PassScenario, passClaims, UNLOCK_METHODS } from '../scenarios'
import { statusListAt } from '../status/status-list'
import type { PackedPass } from './packed-pass'
import { passPayload, passSigningInput } from './pass-jws'

const Payload = v.object({
  iss: v.string(),
  vct: v.string(),
  iat: unixSeconds,
  exp: unixSeconds,
  cnf: v.object({ jwk: EcPublicJwk }),
  status: v.object({ status_list: v.object({ idx: v.number(), uri: v.string() }) }),
  assurance: v.picklist(ASSURANCES),
  issuer_id: v.number(),
  jti: v.string(),
  unlock: v.picklist(UNLOCK_METHODS),
  portrait_digest: v.string(),
})
const Age = v.object({ age_equal_or_over: v.object({ 18: v.boolean() }) })

/** What a pass of a scenario says, its members in the order in which they are signed. */
function claimsOf(scenario: PassScenario) {
  if (scenario === 'age') return Age
  return v.object(Object.fromEntries(passClaims(scenario).map((name) => [name, v.string()])))
}

/**
 * Reads a pass as it was issued, to be put into a frame.
 *
 * @param pass `<jws>~`
 * @returns `undefined` when it says anything that a frame cannot
 */
export function parsePass(pass: string): PackedPass | undefined {
  const decoded = pass.endsWith('~') ? decodeJws(pass.slice(0, -1)) : undefined
  const payload = v.safeParse(Payload, decoded?.payload)
  if (!decoded || !payload.success) return undefined
  const { iss, vct, iat, exp, cnf, status, assurance, unlock, jti } = payload.output
  const type = typeOfVct(iss, vct)
  const scenario = PASS_SCENARIOS.find((one) => type === `${one}-pass`)
  const list = statusListAt(iss, status.status_list.uri)
  const parity = compressY(cnf.jwk.y)
  if (!scenario || list === undefined || !parity) return undefined
  const claims = v.safeParse(claimsOf(scenario), decoded.payload)
  if (!claims.success) return undefined

  const read: PackedPass = {
    scenario,
    assurance,
    unlock,
    list,
    iat,
    exp,
    jti,
    parity,
    issuerId: payload.output.issuer_id,
    keyHint: keyHintOf(String(decoded.header.kid)),
    index: status.status_list.idx,
    x: cnf.jwk.x,
    portraitDigest: payload.output.portrait_digest,
    claims: claims.output,
    signature: decoded.signature,
  }
  const input = passSigningInput(decoded.header, passPayload(read, iss, cnf.jwk.y))
  return pass.startsWith(`${input}.`) ? read : undefined
}
