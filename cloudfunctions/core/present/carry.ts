import type { CarriedAnswer, CarriedRequest, PresentEvent } from '@nansha/shared/api/present'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { NanshaError } from '@nansha/shared/errors'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { verifyRegistration } from '@nansha/shared/openid4vp/verify-registration'
import { requireOwnHost } from '@nansha/shared/openid4vp/verify-request'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import { readCertificate } from '@nansha/shared/x509/read-certificate'
import * as v from 'valibot'
import type { PostedForm } from './post-form'

export interface PresentPorts {
  readonly trust: TrustList
  /** Whose citizens this relay serves. */
  readonly issuerUrl: string
  readonly now: () => number
  readonly verifySignature: VerifySignature
  readonly post: (address: string, fields: Readonly<Record<string, string>>) => Promise<PostedForm>
}

const Body = v.object({ redirect_uri: v.optional(v.pipe(v.string(), v.maxLength(2000))) })

/**
 * Carries one message. This function keeps no record and holds no key: what it may reach stands in the registrar's word, which the
 * caller brings and whose signature is checked here; what it carries is signed or encrypted end to end.
 *
 * @throws NanshaError PORTAL_UNREGISTERED, PORTAL_REQUEST_INVALID for an address that is not the portal's own, PORTAL_UNREACHABLE,
 *   PORTAL_REQUEST_EXPIRED when it has no such request any more, PORTAL_REFUSED when it did not take the answer
 */
export async function carry(
  { trust, issuerUrl, now, verifySignature, post }: PresentPorts,
  event: PresentEvent,
): Promise<CarriedRequest | CarriedAnswer> {
  const time = unixSeconds(now())
  const registration = await verifyRegistration(event.registration, trust, issuerUrl, time, verifySignature)
  const der = decodeBase64(registration.registrant.certificate)
  const certificate = der && readCertificate(der)
  if (!certificate) throw new NanshaError('PORTAL_UNREGISTERED')
  if (event.action === 'request') {
    requireOwnHost(event.requestUri, certificate, registration)
    const { status, body } = await post(event.requestUri, { wallet_nonce: event.walletNonce })
    if (status === 404 || status === 410) throw new NanshaError('PORTAL_REQUEST_EXPIRED')
    if (status !== 200) throw new NanshaError('PORTAL_UNREACHABLE')
    return { object: body.trim() }
  }
  requireOwnHost(event.responseUri, certificate, registration)
  const { status, body } = await post(event.responseUri, { response: event.response })
  if (status !== 200)
    throw new NanshaError(status >= 400 && status < 500 ? 'PORTAL_REFUSED' : 'PORTAL_UNREACHABLE')
  const { redirect_uri: redirectUri } = readBody(body)
  return redirectUri === undefined ? {} : { redirectUri }
}

function readBody(body: string): v.InferOutput<typeof Body> {
  try {
    const parsed = v.safeParse(Body, JSON.parse(body))
    return parsed.success ? parsed.output : {}
  } catch {
    return {}
  }
}
