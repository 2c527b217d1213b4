import { createHash } from 'node:crypto'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { verifyChain } from './certificates'
import { Refused } from './refused'
import type { AcceptedIssuer, RelyingParty } from './relying-party'

/**
 * Verifies an SD-JWT VC with key binding by the library of the OpenWallet Foundation: the issuer's certificate, signature, times,
 * disclosures, status, and the holder's signature over the nonce.
 *
 * @returns the credential's payload with what was disclosed, and the payload of the KB-JWT
 * @throws Refused
 */
export async function verifyPresentation(
  relyingParty: RelyingParty,
  presentation: string,
  nonce: string,
): Promise<{
  readonly claims: Readonly<Record<string, unknown>>
  readonly binding: Readonly<Record<string, unknown>>
}> {
  const { issuers, now, fetchStatusList } = relyingParty
  const jws = presentation.split('~', 1)[0] ?? ''
  const { issuer, holderKey, statusUri } = await readUnverified(jws, await issuers())
  const host = new URL(issuer.iss).hostname
  const byIssuer = (typ: string) => async (data: string, signature: string) => {
    const token = `${data}.${signature}`
    const header = decodeProtectedHeader(token)
    const key = verifyChain(header.x5c, issuer.authorities, host, now())
    if (header.typ !== typ || header.alg !== 'ES256' || !key) return false
    return isSignedBy(token, key)
  }
  const instance = new SDJwtVcInstance({
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      ),
    verifier: byIssuer('dc+sd-jwt'),
    kbVerifier: (data: string, signature: string) => isSignedBy(`${data}.${signature}`, holderKey),
    statusListFetcher: async (uri: string) => {
      const token = await fetchStatusList(uri)
      if (decodeJwt(token).sub !== uri) throw new Error('The status list is of another address.')
      return token
    },
    statusVerifier: byIssuer('statuslist+jwt'),
    statusValidator: async (status: number) => {
      if (status !== 0) throw new Refused('CREDENTIAL_REVOKED')
    },
  })
  if (!statusUri.startsWith(`${issuer.iss}/`)) throw new Refused('CREDENTIAL_INVALID')
  try {
    const verified = await instance.verify(presentation, {
      keyBindingNonce: nonce,
      currentDate: Math.floor(now() / 1000),
    })
    return { claims: verified.payload, binding: { ...verified.kb?.payload } }
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('CREDENTIAL_INVALID', cause)
  }
}

/** Reads what must be known before anything can be verified: whose word this is, and whose key it names. */
async function readUnverified(
  jws: string,
  issuers: readonly AcceptedIssuer[],
): Promise<{ readonly issuer: AcceptedIssuer; readonly holderKey: JWK; readonly statusUri: string }> {
  try {
    const payload = decodeJwt<{
      cnf: { jwk: JWK }
      status: { status_list: { uri: string } }
    }>(jws)
    const issuer = issuers.find(({ iss }) => iss === payload.iss)
    if (!issuer) throw new Refused('ISSUER_UNTRUSTED')
    return { issuer, holderKey: payload.cnf.jwk, statusUri: String(payload.status.status_list.uri) }
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('CREDENTIAL_INVALID', cause)
  }
}

async function isSignedBy(token: string, key: JWK): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK(key, 'ES256'), { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}
