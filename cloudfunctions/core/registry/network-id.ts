import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import { readLimited } from '../clients/read-limited'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import { photoDigest } from '../image/photo-digest'
import type { RegistryDecision } from '../records/decisions'
import type { NetworkIdApplication } from './population-registry'
import { verifyNetworkIdAnswer } from './verify-network-id-answer'

const REQUEST_TYPE = 'nansha-network-id-request+jwt'
const TIMEOUT_MS = 10_000
/** Bytes; an answer is a signed kilobyte. */
const LARGEST_ANSWER = 65_536
/** A request is good this long. */
const REQUEST_SECONDS = 60

export interface NetworkIdSettings {
  /** Where the institution's gateway to the national platform is; also the audience of requests. */
  readonly gatewayUrl: string
  readonly gatewayKey: EcPublicJwk
  readonly application: NetworkIdApplication
  /** Who asks: `iss` of requests, and the audience of answers. */
  readonly issuerUrl: string
  readonly signer: Signer
}

export interface NetworkIdPorts {
  readonly fetch: typeof fetch
  readonly now: Now
  readonly verifySignature: VerifySignature
}

/** A person who claims to hold a national network ID. */
export interface NetworkIdClaim {
  readonly name: string
  readonly idNumber: string
  /** Of this transaction: 32 letters and digits, used once. */
  readonly serial: string
  /** What the national app gave the phone for that serial. */
  readonly idCardAuthData: string
  /** JPEG or PNG, of the living person. */
  readonly photo: Buffer
}

/**
 * Asks whether a person is the holder of the network ID that they showed, face and all (mode R03 of the national platform).
 *
 * @returns `confirmed` or `refused`: the platform knows nothing between
 * @throws NanshaError SERVICE_UNAVAILABLE for anything but an answer to this very question by the gateway
 */
export type AskNetworkId = (claim: NetworkIdClaim) => Promise<RegistryDecision>

/**
 * National network ID. The wire format of the national platform is given to admitted institutions only, so this format
 * is the project's own, spoken with the gateway that such an institution puts before it (docs/network-id.md).
 */
export function createAskNetworkId(settings: NetworkIdSettings, ports: NetworkIdPorts): AskNetworkId {
  const { gatewayUrl, gatewayKey, application, issuerUrl, signer } = settings
  return async ({ name, idNumber, serial, idCardAuthData, photo }) => {
    const now = unixSeconds(ports.now())
    const photoSha256 = photoDigest(photo)
    const request = await signer.sign(REQUEST_TYPE, {
      iss: issuerUrl,
      aud: gatewayUrl,
      iat: now,
      exp: now + REQUEST_SECONDS,
      jti: serial,
      org_id: application.orgId,
      business_id: application.businessId,
      auth_mode: 'R03',
      id_card_auth_data: idCardAuthData,
      photo_sha256: photoSha256,
    })
    const answer = await post(ports.fetch, gatewayUrl, { request, photo: photo.toString('base64') })
    const expected = { issuerUrl, gatewayKey, serial, photoSha256, now: unixSeconds(ports.now()) }
    return verifyNetworkIdAnswer(answer, { name, idNumber }, expected, ports.verifySignature)
  }
}

const Answered = v.object({ answer: v.string() })

/** A photo of somebody's face goes where it was meant to and nowhere else: redirects are not followed. */
async function post(send: typeof fetch, url: string, body: object): Promise<string> {
  const answered = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
    .then((response) => (response.ok ? readLimited(response, LARGEST_ANSWER) : undefined))
    .then((text) => JSON.parse(text ?? 'null'))
    .catch(() => null)
  const parsed = v.safeParse(Answered, answered)
  if (!parsed.success) throw new NanshaError('SERVICE_UNAVAILABLE')
  return parsed.output.answer
}
