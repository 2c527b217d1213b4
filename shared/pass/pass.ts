import type { ScenarioName } from '../scenarios'
import { ROTATION_SECONDS } from '../ticket/ticket-window'

/** The scenarios that have a pass, each a type of credential. */
export const PASS_SCENARIOS = ['gate', 'age'] as const satisfies readonly ScenarioName[]
export type PassScenario = (typeof PASS_SCENARIOS)[number]

/** What the holder did for the server to release a pass; the place in this list is the number in a frame. */
export const UNLOCKS = ['pin', 'face', 'biometric'] as const
export type Unlock = (typeof UNLOCKS)[number]

/** `aud` of the KB-JWT: a pass for one purpose says nothing at a desk of another. */
export function passAudience(scenario: PassScenario): string {
  return `urn:nansha:${scenario}`
}

/** `nonce` of the KB-JWT. There is no desk to ask without network, so it names the rotation; freshness comes from `iat`. */
export function passNonce(iat: number): string {
  return String(Math.floor(iat / ROTATION_SECONDS))
}
