import { vctOf } from '@nansha/shared/credential-types'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import type { PassClaims, PassScenario } from '@nansha/shared/pass/pass'
import type { CredentialPorts } from '../credential/issue-credential'
import type { Credential } from '../records/credentials'
import { placeOf, statusUri } from '../status/status-place'

/**
 * Signs one pass: an SD-JWT VC that says no more than its scenario shows, with nothing to disclose and the status of the
 * credential that it stands for.
 *
 * @param pass.exp Unix seconds, at most a day from now
 * @returns `<jws>~`, to be presented with a KB-JWT
 */
export async function signPass(
  { signer, issuerUrl, now, randomBytes }: Omit<CredentialPorts, 'issuerId'>,
  { _id, holderJwk, assurance }: Credential,
  pass: {
    readonly scenario: PassScenario
    readonly exp: number
    readonly claims: Omit<PassClaims, 'jti' | 'assurance'>
  },
): Promise<string> {
  const iat = Math.floor(now() / 1000)
  const { list, index } = placeOf(_id)
  const jws = await signer.sign('dc+sd-jwt', {
    iss: issuerUrl,
    vct: vctOf(issuerUrl, `${pass.scenario}-pass`),
    iat,
    nbf: iat,
    exp: pass.exp,
    cnf: { jwk: holderJwk },
    status: { status_list: { idx: index, uri: statusUri(issuerUrl, list) } },
    assurance,
    jti: encodeBase64url(randomBytes(8)),
    ...pass.claims,
  })
  return `${jws}~`
}
