import type { Ask } from '@nansha/kit/cloud/ask'
import type { RelyingPartyWord } from '@nansha/shared/api/organisation'
import type { CarriedRequest } from '@nansha/shared/api/present'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import { NanshaError } from '@nansha/shared/errors'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { type Answering, type Asked, askedBeyond, askedOf, PAIRWISE } from '@nansha/shared/openid4vp/asked-of'
import { createRefusal } from '@nansha/shared/openid4vp/create-answer'
import type { Registration } from '@nansha/shared/openid4vp/registration'
import { readRequestLink } from '@nansha/shared/openid4vp/request-link'
import { verifyRegistration } from '@nansha/shared/openid4vp/verify-registration'
import { type VerifiedRequest, verifyRequest } from '@nansha/shared/openid4vp/verify-request'
import { disclosuresOf } from '@nansha/shared/sd-jwt/select-disclosures'
import type { TrustReader } from '../trust/trust-reader'
import { parseOwnClaims } from '../wallet/read-identity'
import type { WalletSession } from '../wallet/wallet-session'
import { walletRefusal } from '../wallet/wallet-state'

export interface PortalPorts {
  readonly ask: Ask
  readonly wallet: WalletSession
  readonly trust: TrustReader
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Promise<Uint8Array>
  /** App id of the mini-program that opened the link; `undefined` where a QR or a web page did. */
  readonly caller: string | undefined
}

/** A website's request that was checked: who asks, what for, and what exactly. */
export interface PortalRequest {
  readonly verified: VerifiedRequest
  readonly registration: Registration
  readonly asked: Asked
  /** Who had led here when it was checked. */
  readonly caller: string | undefined
}

/**
 * Reads a website's link and what it asks. The registrar's word and the trust list are fetched at once; the request only when it
 * is known where it may come from.
 *
 * @throws NanshaError why this website must not be answered, or cannot be now
 */
export async function readPortal(ports: PortalPorts, text: string): Promise<PortalRequest> {
  const link = readRequestLink(text)
  if (!link) throw new NanshaError('PORTAL_LINK_INVALID')
  const held = await holding(ports)
  const [trust, word] = await Promise.all([ports.trust.read(), fetchRegistration(ports, link.clientId)])
  const seconds = () => unixSeconds(ports.now())
  const registration = await verifyRegistration(word, trust, held.issuer, seconds(), verifyWithNoble)
  requireOwnCaller(ports.caller, registration)
  const walletNonce = encodeBase64url(await ports.randomBytes(24))
  const { object } = await ports.ask<CarriedRequest>('present', {
    action: 'request',
    registration: word,
    requestUri: link.requestUri,
    walletNonce,
  })
  const expected = { clientId: link.clientId, walletNonce, registration, trust, now: seconds() }
  const verified = await verifyRequest(object, expected, verifyWithNoble)
  try {
    return { verified, registration, asked: askedOf(verified, registration, held), caller: ports.caller }
  } catch (error) {
    // Any other reason depends on what is in the credential, which a website must not learn before the citizen agrees.
    if (askedBeyond(verified.request.dcql_query, registration.registrant.purposes).length > 0)
      await refusePortal(ports, { verified, registration }, 'invalid_request')
    throw error
  }
}

/** Tells a website that it gets nothing, so that its page need not wait. That it cannot be told is no failure. */
export async function refusePortal(
  ports: PortalPorts,
  { verified: { request, recipient }, registration }: Pick<PortalRequest, 'verified' | 'registration'>,
  error: 'access_denied' | 'invalid_request',
): Promise<void> {
  try {
    const response = createRefusal(request, recipient, error, await ports.randomBytes(60))
    await sendAnswer(ports, registration.client_id, request.response_uri, response)
  } catch {
    // Its transaction runs out by itself.
  }
}

/** Hands an answer over; the registrar is asked again, because a minute may have passed. */
export async function sendAnswer(
  ports: PortalPorts,
  clientId: string,
  responseUri: string,
  response: string,
): Promise<{ readonly redirectUri?: string }> {
  const registration = await fetchRegistration(ports, clientId)
  return ports.ask('present', { action: 'answer', registration, responseUri, response })
}

/** @throws NanshaError when a mini-program of somebody else led here, which would be led back to with the website's answer */
function requireOwnCaller(caller: string | undefined, { registrant }: Registration): void {
  if (caller !== undefined && !registrant.miniPrograms?.includes(caller))
    throw new NanshaError('PORTAL_REQUEST_INVALID', { check: 'CALLER' })
}

async function fetchRegistration({ ask }: PortalPorts, clientId: string): Promise<string> {
  return (await ask<RelyingPartyWord>('organisation', { action: 'relying-party', clientId })).registration
}

/** What this phone could show. The credential that is shown is issued later, with the same claims. */
async function holding({ wallet, now }: PortalPorts): Promise<Answering> {
  await wallet.load()
  const state = wallet.store.get()
  const refusal = walletRefusal(state, now())
  if (refusal || state.phase !== 'held') throw new NanshaError(refusal ?? 'CREDENTIAL_NONE')
  const { credential } = state.held
  const claims = parseOwnClaims(credential)
  if (!claims) throw new NanshaError('CREDENTIAL_LOST')
  return {
    issuer: state.identity.issuer,
    // Made for each website when it is asked for.
    claims: { ...claims, [PAIRWISE]: '' },
    paths: [...disclosuresOf(credential).map(({ path }) => path), [PAIRWISE]].sort(
      (one, other) => rank(one) - rank(other),
    ),
  }
}

const ORDER = CREDENTIAL_TYPES['resident-id'].claims.map(({ path }) => path.join('.'))

/** Claims are shown in the order of the card; in the credential they lie in none. */
function rank(path: readonly string[]): number {
  return ORDER.indexOf(path.join('.'))
}
