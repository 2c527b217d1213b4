import { decodeBase64url } from '../encoding/base64url'
import type { HolderKey } from '../keys/create-holder-key'
import type { PassScenario } from '../scenarios'
import { bindToKey } from '../sd-jwt/create-key-binding'
import { packPass } from './pack-pass'
import { parsePass } from './parse-pass'
import { passAudience, passNonce } from './pass'

/**
 * Makes the proof frame of a pass; the portrait frame is shown in turn with it.
 *
 * @param request.pass `<jws>~`, prefetched
 * @param request.issuedAt Unix seconds, corrected to the server's clock; signed anew every 15 s
 * @returns the text of the QR
 * @throws RangeError when `pass` is none
 */
export function presentPass(request: {
  readonly key: HolderKey
  readonly pass: string
  readonly scenario: PassScenario
  readonly issuedAt: number
}): string {
  const { key, pass, scenario } = request
  const read = parsePass(pass)
  if (read?.scenario !== scenario) throw new RangeError('This is no pass for this purpose.')
  // A frame counts from the pass's own second, which a clock that is a little slow has not reached.
  const issuedAt = Math.max(request.issuedAt, read.iat)
  const bound = bindToKey(pass, {
    key,
    audience: passAudience(scenario),
    nonce: passNonce(issuedAt),
    issuedAt,
  })
  const bindingSignature = decodeBase64url(bound.slice(bound.lastIndexOf('.') + 1)) as Uint8Array
  return packPass({ ...read, shownAt: issuedAt, bindingSignature })
}
