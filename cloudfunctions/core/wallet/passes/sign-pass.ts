import { unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import type { PackedPass } from '@nansha/shared/pass/packed-pass'
import { passPayload } from '@nansha/shared/pass/pass-jws'
import type { PassScenario } from '@nansha/shared/scenarios'
import { CREDENTIAL_JWS_TYPE } from '@nansha/shared/sd-jwt/verify-credential'
import type { CredentialPorts } from '../../credential/issue-credential'
import { parsePlaceId } from '../../credential/status-place'
import type { Credential } from '../../records/credentials'

/** What differs from one batch of passes to the next. */
export interface PassContent extends Pick<PackedPass, 'unlock' | 'portraitDigest' | 'claims'> {
  readonly scenario: PassScenario
  /** Unix seconds, at most a day from now. */
  readonly exp: number
}

/**
 * Signs one pass: an SD-JWT VC that says no more than its scenario shows, with nothing to disclose and the status of the
 * credential that it stands for.
 *
 * @returns `<jws>~`, to be presented with a KB-JWT
 */
export async function signPass(
  { signer, issuerUrl, issuerId, now, randomBytes }: CredentialPorts,
  { _id, holderJwk, assurance }: Credential,
  content: PassContent,
): Promise<string> {
  const { x, y } = holderJwk
  const pass = {
    ...content,
    ...parsePlaceId(_id),
    assurance,
    issuerId,
    x,
    iat: unixSeconds(now()),
    jti: encodeBase64url(randomBytes(4)),
  }
  const jws = await signer.sign(CREDENTIAL_JWS_TYPE, passPayload(pass, issuerUrl, y))
  return `${jws}~`
}
