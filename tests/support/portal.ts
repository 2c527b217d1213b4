import { randomBytes } from 'node:crypto'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createJws } from '@nansha/shared/jws/create-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { type Answering, askedOf } from '@nansha/shared/openid4vp/asked-of'
import { createAnswer } from '@nansha/shared/openid4vp/create-answer'
import type { Registrant } from '@nansha/shared/openid4vp/registration'
import { PURPOSE_FORMAT, REQUEST_OBJECT_TYPE, SELF_ISSUED } from '@nansha/shared/openid4vp/request-object'
import { verifyRegistration } from '@nansha/shared/openid4vp/verify-registration'
import { verifyRequest } from '@nansha/shared/openid4vp/verify-request'
import { disclosuresOf } from '@nansha/shared/sd-jwt/select-disclosures'
import { NOW } from './clock'
import { ISSUER, issue } from './issuer'
import { holderKey } from './keys'

import {
  ANSWER_KEY,
  certify,
  clientIdOf,
  ONLINE_TRUST,
  PORTAL_DOMAIN,
  PORTAL_KEY,
  register,
  registrantWith,
  type registrarSigner,
} from './registered-portal'

/** What a portal can get wrong, and an attacker would like to. */
export interface RequestChanges {
  readonly certificate?: Uint8Array
  readonly key?: HolderKey
  readonly header?: object
  readonly payload?: object
  readonly registrant?: Partial<Registrant>
  readonly registration?: object
  readonly registrar?: typeof registrarSigner
  readonly linkClientId?: string
  readonly walletNonce?: string
  readonly trust?: typeof ONLINE_TRUST
  readonly now?: number
}

export const WALLET_NONCE = 'wallet-nonce-of-16-characters'
export const PORTAL_NONCE = 'portal-nonce-of-16-characters'
export const DCQL = {
  credentials: [
    {
      id: 'id',
      format: 'dc+sd-jwt',
      meta: { vct_values: [`${ISSUER}/types/resident-id`] },
      claims: [{ path: ['name'] }, { path: ['id_number'] }],
    },
  ],
}

export function requestPayload(clientId: string) {
  const { publicJwk } = ANSWER_KEY
  return {
    client_id: clientId,
    aud: SELF_ISSUED,
    iat: NOW,
    exp: NOW + 300,
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    response_uri: `https://${PORTAL_DOMAIN}/answer`,
    nonce: PORTAL_NONCE,
    state: 'state-of-the-session',
    wallet_nonce: WALLET_NONCE,
    dcql_query: DCQL,
    client_metadata: {
      jwks: { keys: [{ ...publicJwk, kid: 'of-this-request', use: 'enc', alg: 'ECDH-ES' }] },
      encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
      vp_formats_supported: {
        'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
      },
    },
    verifier_info: [{ format: PURPOSE_FORMAT, data: { id: 'sign-in' } }],
  }
}

/** What the wallet makes of a request that a portal with these faults sends. @throws NanshaError as the wallet refuses */
export async function askWallet(changes: RequestChanges = {}) {
  const certificate = changes.certificate ?? certify()
  const clientId = clientIdOf(certificate)
  const key = changes.key ?? PORTAL_KEY
  const header = { typ: REQUEST_OBJECT_TYPE, x5c: [encodeBase64(certificate)], ...changes.header }
  const object = createJws(key.privateKey, header, { ...requestPayload(clientId), ...changes.payload })
  const registrant = registrantWith(certificate, changes.registrant)
  const trust = changes.trust ?? ONLINE_TRUST
  const now = changes.now ?? NOW
  const word = await register(registrant, changes.registration, changes.registrar)
  const registration = await verifyRegistration(word, trust, ISSUER, now, verifyWithNoble)
  const expected = {
    clientId: changes.linkClientId ?? clientId,
    walletNonce: changes.walletNonce ?? WALLET_NONCE,
    registration,
    trust,
    now,
  }
  const verified = await verifyRequest(object, expected, verifyWithNoble)
  const held = await heldCredential()
  return { verified, registration, held, asked: askedOf(verified, registration, held) }
}

/** The credential of `holderKey()`, as the wallet reads it. */
export async function heldCredential(): Promise<Answering & { readonly sdJwt: string }> {
  const { credential } = await issue()
  const paths = disclosuresOf(credential).map(({ path }) => path)
  const claims: Record<string, unknown> = {}
  for (const { path, disclosure } of disclosuresOf(credential)) {
    const [, , value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString()) as [
      string,
      string,
      unknown,
    ]
    const [first = '', second] = path
    claims[first] =
      second === undefined ? value : { ...(claims[first] as object | undefined), [second]: value }
  }
  return { issuer: ISSUER, claims, paths, sdJwt: credential }
}

/** The answer of a wallet that agreed to everything. */
export async function answerAll(changes: RequestChanges = {}) {
  const { verified, asked, held } = await askWallet(changes)
  const answer = createAnswer(verified.request, verified.recipient, {
    credentialId: asked.credentialId,
    sdJwt: held.sdJwt,
    key: holderKey(),
    paths: [...asked.required, ...asked.optional],
    issuedAt: NOW,
    sessionCode: '135790',
    random: Uint8Array.from(randomBytes(60)),
  })
  return { answer, asked, request: verified.request }
}

/** The code with which the wallet refuses a portal that gets these things wrong; its check, where there is one, behind a slash. */
export async function refusal(changes: RequestChanges): Promise<string> {
  try {
    await askWallet(changes)
    return 'answered'
  } catch (error) {
    const { code, details } = error as { code: string; details: { check?: string; claims?: string } }
    return [code, details.check ?? details.claims].filter(Boolean).join('/')
  }
}
