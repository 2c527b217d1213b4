import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { answerWith, type HttpAnswer, HttpEvent, json } from '../trust/http-answer'
import { CONFIGURATION, pathBelow } from './credential-issuer'
import { type IssuePorts, issueToWallet } from './issue-to-wallet'
import { authorizationServerMetadata, credentialIssuerMetadata } from './issuer-metadata'
import { OAuthError } from './oauth-error'
import { createNonce } from './proof-nonce'
import { redeemCode } from './redeem-code'

const HOUR = 3600
const LONGEST_BODY = 8192

/** A request of another wallet. */
export const WalletHttpEvent = v.object({
  ...HttpEvent.entries,
  body: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_BODY)))),
  isBase64Encoded: v.optional(v.boolean(), false),
})
export type WalletHttpEvent = v.InferOutput<typeof WalletHttpEvent>

/** One key, and so one credential, a request (OpenID4VCI 1.0 §8.2). */
const CredentialRequest = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    credential_configuration_id: v.string(),
    credential_response_encryption: v.optional(v.never()),
    proofs: v.object({ jwt: v.strictTuple([v.string()]) }),
  }),
)

/** Serves another wallet what OpenID4VCI 1.0 names: two well-known documents and three endpoints. */
export async function serveWallet(ports: IssuePorts, event: WalletHttpEvent): Promise<HttpAnswer> {
  const path = pathBelow(event.path)
  if (path === '.well-known/openid-credential-issuer')
    return answerWith(json(credentialIssuerMetadata(ports.issuerUrl), HOUR), event)
  if (path === '.well-known/oauth-authorization-server')
    return answerWith(json(authorizationServerMetadata(ports.issuerUrl), HOUR), event)
  const endpoint = ENDPOINTS[path]
  if (!endpoint) return answerWith(undefined, { ...event, httpMethod: 'GET' })
  if (event.httpMethod !== 'POST') return answer(405, {}, { allow: 'POST' })
  try {
    return answer(200, await endpoint(ports, event))
  } catch (error) {
    return refuse(error)
  }
}

const ENDPOINTS: Readonly<
  Record<string, (ports: IssuePorts, event: WalletHttpEvent) => Promise<object> | object>
> = Object.assign(Object.create(null), {
  token: (ports: IssuePorts, event: WalletHttpEvent) => redeemCode(ports, new URLSearchParams(bodyOf(event))),
  nonce: (ports: IssuePorts) => ({ c_nonce: createNonce(ports) }),
  credential: async (ports: IssuePorts, event: WalletHttpEvent) => {
    const [, token] = /^Bearer ([\w.-]{1,256})$/i.exec(headerOf(event, 'authorization')) ?? []
    if (token === undefined) throw new OAuthError('invalid_token')
    const request = v.safeParse(CredentialRequest, bodyOf(event))
    if (!request.success) throw new OAuthError('invalid_credential_request')
    if (request.output.credential_configuration_id !== CONFIGURATION)
      throw new OAuthError('unknown_credential_configuration')
    const [proof] = request.output.proofs.jwt
    return { credentials: [{ credential: await issueToWallet(ports, token, proof) }] }
  },
})

function refuse(error: unknown): HttpAnswer {
  if (error instanceof OAuthError && error.code === 'invalid_token')
    return answer(401, { error: error.code }, { 'www-authenticate': 'Bearer error="invalid_token"' })
  if (error instanceof OAuthError) return answer(400, { error: error.code })
  if (!(error instanceof NanshaError)) throw error
  if (error.code === 'SERVICE_UNAVAILABLE') return answer(503, { error: 'temporarily_unavailable' })
  // Which of the citizen's affairs it is, is not told to whoever holds a token.
  return answer(400, { error: 'credential_request_denied' })
}

function answer(statusCode: number, body: object, headers: Record<string, string> = {}): HttpAnswer {
  return {
    statusCode,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify(body),
  }
}

function bodyOf({ body, isBase64Encoded }: WalletHttpEvent): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '')
}

function headerOf({ headers }: WalletHttpEvent, name: string): string {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : ''
}
