import * as v from 'valibot'
import { decodeBase64 } from '../encoding/base64'
import { digestBytes } from '../encoding/digest'
import { NanshaError } from '../errors'
import type { JweRecipient } from '../jwe/encrypt-jwe'
import { type DecodedJws, decodeJws } from '../jws/decode-jws'
import { type JwsFault, verifyDecodedJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { issuerByUrl, type TrustList } from '../trust/trust-list'
import type { Certificate } from '../x509/read-certificate'
import { verifyLeaf } from '../x509/verify-leaf'
import type { Registration } from './registration'
import { REQUEST_OBJECT_TYPE, RequestObject, recipientOf, SELF_ISSUED } from './request-object'
import { readTransactionData, type TransactionData } from './transaction-data'
import { webHost } from './web-host'

/** A request is answered only if it was signed this lately: it is made when the phone asks for it. */
const REQUEST_SECONDS = 60

/** A request whose asker is known, certified and registered. What it asks for is judged by `askedOf`. */
export interface VerifiedRequest {
  readonly request: RequestObject
  readonly recipient: JweRecipient
  readonly transactions: readonly TransactionData[]
}

/** What the wallet knows before the request comes. */
export interface ExpectedRequest {
  /** The client id in the link. */
  readonly clientId: string
  /** Sent with the question for the request. */
  readonly walletNonce: string
  /** The registration of the same relying party, verified. */
  readonly registration: Registration
  readonly trust: TrustList
  /** Unix seconds. */
  readonly now: number
}

/**
 * Checks a signed request (OpenID4VP 1.0 §5 and §14, HAIP 1.0 §5): the certificate of the access authority, its hash as
 * `client_id` in the link, in the object and in the registration alike, the signature, audience, age and nonce, that
 * the answer goes to a registered domain which the certificate names, and that it will be encrypted.
 *
 * @param object compact JWS
 * @throws NanshaError PORTAL_REQUEST_INVALID with `check`, PORTAL_REQUEST_EXPIRED, PORTAL_UNREGISTERED
 */
export async function verifyRequest(
  object: string,
  expected: ExpectedRequest,
  verifySignature: VerifySignature,
): Promise<VerifiedRequest> {
  const jws = decodeJws(object)
  if (!jws) throw invalid('MALFORMED')
  const leaf = await certifiedBy(jws, expected, verifySignature)
  const { now, registration, clientId } = expected
  const profile = {
    typ: REQUEST_OBJECT_TYPE,
    headers: ['x5c', 'kid'],
    audience: SELF_ISSUED,
    window: { before: 60, after: REQUEST_SECONDS },
    key: () => leaf.publicJwk,
    refusal: requestRefusal,
  }
  const { payload } = await verifyDecodedJws(jws, profile, now, verifySignature)
  const parsed = v.safeParse(RequestObject, payload)
  if (!parsed.success) throw invalid(v.getDotPath(parsed.issues[0]) ?? 'PARAMETERS')
  const request = parsed.output
  if (request.client_id !== clientId) throw invalid('CLIENT_ID')
  if (request.wallet_nonce !== expected.walletNonce) throw invalid('WALLET_NONCE')
  requireOwnHost(request.response_uri, leaf, registration)
  const recipient = recipientOf(request)
  if (!recipient) throw invalid('ENCRYPTION')
  const transactions = request.transaction_data.map(readTransactionData)
  const known = transactions.filter((one) => one !== undefined)
  if (known.length < transactions.length) throw invalid('TRANSACTION_DATA')
  return { request, recipient, transactions: known }
}

/** @throws NanshaError unless the host of an address is certified and registered for this relying party */
export function requireOwnHost(
  address: string,
  { domains }: Pick<Certificate, 'domains'>,
  { registrant }: Registration,
): void {
  const host = webHost(address)
  if (!domains.includes(host) || !registrant.domains.includes(host)) throw invalid('HOST')
}

async function certifiedBy(
  { header }: DecodedJws,
  { clientId, registration, trust, now }: ExpectedRequest,
  verifySignature: VerifySignature,
): Promise<Certificate> {
  const chain = header.x5c
  const der = Array.isArray(chain) && chain.length === 1 ? decodeBase64(String(chain[0])) : undefined
  if (!der) throw invalid('CERTIFICATE_MISSING')
  if (`x509_hash:${digestBytes(der)}` !== clientId) throw invalid('CERTIFICATE_HASH')
  const { registrant, client_id } = registration
  const isRegistered = client_id === clientId && registrant.certificate === String((chain as unknown[])[0])
  if (!isRegistered) throw new NanshaError('PORTAL_UNREGISTERED')
  const authorities = issuerByUrl(trust, registration.iss)?.accessAuthorities ?? []
  const roots = authorities.map(decodeBase64).filter((one) => one !== undefined)
  const checked = await verifyLeaf(der, roots, now, verifySignature)
  if ('fault' in checked) throw invalid(checked.fault)
  // The name that a citizen reads is the certified one (ARF RPRC).
  if (checked.leaf.organisation !== registrant.organisation.zh) throw invalid('ORGANISATION')
  return checked.leaf
}

function requestRefusal(fault: JwsFault): NanshaError {
  const isOld = fault === 'TOO_LATE' || fault === 'TOO_EARLY'
  return isOld ? new NanshaError('PORTAL_REQUEST_EXPIRED') : invalid(fault)
}

function invalid(check: string): NanshaError {
  return new NanshaError('PORTAL_REQUEST_INVALID', { check })
}
