import type { HolderKey } from '../keys/create-holder-key'
import { bindToKey } from '../sd-jwt/create-key-binding'
import { packPass } from './pack-pass'
import { type PassScenario, passAudience, passNonce } from './pass'

/**
 * Makes the proof frame of a pass; the portrait frame is shown in turn with it.
 *
 * @param request.pass `<jws>~`, prefetched
 * @param request.issuedAt Unix seconds, corrected to the server's clock; signed anew every 15 s
 * @returns the text of the QR
 */
export function presentPass(request: {
  readonly key: HolderKey
  readonly pass: string
  readonly scenario: PassScenario
  readonly issuedAt: number
}): string {
  const { key, pass, scenario, issuedAt } = request
  return packPass(
    bindToKey(pass, { key, audience: passAudience(scenario), nonce: passNonce(issuedAt), issuedAt }),
  )
}
