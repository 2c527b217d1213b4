import * as v from 'valibot'
import { ASSURANCES, type ScenarioName } from '../scenarios'
import { ROTATION_SECONDS } from '../ticket/ticket-window'

/** The scenarios that have a pass, each a type of credential. */
export const PASS_SCENARIOS = ['gate', 'age'] as const satisfies readonly ScenarioName[]
export type PassScenario = (typeof PASS_SCENARIOS)[number]

/** What the holder did for the server to release a pass. */
export const UNLOCKS = ['pin', 'face'] as const
export type Unlock = (typeof UNLOCKS)[number]

/** What a pass says besides what every credential says; the claims stand in it as they are. */
export const PassClaims = v.object({
  /** 8 random bytes, base64url: no two passes are the same. */
  jti: v.string(),
  unlock: v.picklist(UNLOCKS),
  assurance: v.picklist(ASSURANCES),
  portrait_digest: v.pipe(v.string(), v.length(43)),
  name: v.optional(v.string()),
  id_number_last4: v.optional(v.string()),
  age_equal_or_over: v.optional(v.object({ 18: v.boolean() })),
})
export type PassClaims = v.InferOutput<typeof PassClaims>

/** `aud` of the KB-JWT: a pass for one purpose says nothing at a desk of another. */
export function passAudience(scenario: PassScenario): string {
  return `urn:nansha:${scenario}`
}

/** `nonce` of the KB-JWT. There is no desk to ask without network, so it names the rotation; freshness comes from `iat`. */
export function passNonce(iat: number): string {
  return String(Math.floor(iat / ROTATION_SECONDS))
}
