import type { PassScenario } from '../scenarios'
import { ROTATION_SECONDS } from '../ticket/ticket'

/** `aud` of the KB-JWT: a pass for one purpose says nothing at a desk of another. */
export function passAudience(scenario: PassScenario): string {
  return `urn:nansha:${scenario}`
}

/** `nonce` of the KB-JWT. There is no desk to ask without network, so it names the rotation; freshness comes from `iat`. */
export function passNonce(iat: number): string {
  return String(Math.floor(iat / ROTATION_SECONDS))
}
