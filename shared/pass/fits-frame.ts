import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'
import { sdDigest } from '../sd-jwt/disclosure'
import { packPass } from './pack-pass'
import { type PassScenario, passAudience, passNonce } from './pass'

/**
 * Whether a pass will fit its frame however it is signed: a name of more than about 25 characters makes it too long.
 *
 * @param pass `<jws>~`
 */
export function fitsFrame(pass: string, scenario: PassScenario): boolean {
  const iat = 0xffffffff
  const payload = { iat, aud: passAudience(scenario), nonce: passNonce(iat), sd_hash: sdDigest(pass) }
  const encode = (value: object) => encodeBase64url(encodeUtf8(JSON.stringify(value)))
  const binding = `${encode({ alg: 'ES256', typ: 'kb+jwt' })}.${encode(payload)}.${encodeBase64url(new Uint8Array(64))}`
  try {
    packPass(pass + binding)
    return true
  } catch {
    return false
  }
}
