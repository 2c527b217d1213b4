import { ageInChina } from '@nansha/shared/age-in-china'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { OTHER_WALLET_ASSURANCE, OTHER_WALLET_MS } from '@nansha/shared/other-wallet'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { allocateStatusPlace, type PlacePorts } from '../credential/allocate-status-place'
import { type CredentialPorts, issueCredential } from '../credential/issue-credential'
import { holdValid } from '../credential/require-identity'
import { residentClaims } from '../credential/resident-claims'
import { placeId, type StatusPlace } from '../credential/status-place'
import { ONLINE } from '../credential/status-series'
import type { BlindIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { RandomId } from '../function/random-id'
import { citizenEvent } from '../history/citizen-event'
import type { Transaction } from '../platform/database'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { CITIZEN_CLAIMS, CITIZENS, type Citizen } from '../records/citizens'
import { CREDENTIAL_OFFERS, type CredentialOffer } from '../records/credential-offers'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { DEVICES } from '../records/devices'
import { ONLINE_CREDENTIALS } from '../records/online-credentials'
import { REQUESTS } from '../records/requests'
import { credentialIssuer } from './credential-issuer'
import { OAuthError } from './oauth-error'
import { addWallet } from './other-wallets'
import { nonceEnd } from './proof-nonce'
import { offerOfToken } from './redeem-code'

export interface IssuePorts extends PlacePorts, CredentialPorts {
  /** Vouches for nonces. */
  readonly index: BlindIndex
  readonly envelopes: Envelopes
  readonly randomId: RandomId
  readonly verifySignature: VerifySignature
}

/** The place in the status lists is given anew so long after the credential ended. */
const KEPT_MS = 7 * DAY_MS

/** A proof that was believed: the key, and the nonce with its end. */
interface Proven {
  readonly holderJwk: EcPublicJwk
  readonly nonce: string
  readonly nonceUntil: number
}

/**
 * Issues the credential that an offer is for, once, to the key of another wallet. Everything that may have changed since the offer is
 * looked up again in the transaction that writes the credential's record: the identity, its phone, the key, the nonce, the token.
 *
 * @param proof JWT of OpenID4VCI 1.0, Appendix F.1
 * @throws OAuthError, NanshaError CREDENTIAL_…, ATTEMPTS_EXHAUSTED with as many wallets as there may be
 */
export async function issueToWallet(ports: IssuePorts, token: string, proof: string): Promise<string> {
  const { database, now } = ports
  await offerOfToken(database, token, now())
  const proven = await verifyProof(ports, proof)
  return allocateStatusPlace(
    ports,
    async (transaction, place) => {
      const offer = await offerOfToken(transaction, token, now())
      const { citizen, credential } = await holderOf(transaction, offer, now())
      await spendProof(transaction, proven, now())
      await transaction.in(CREDENTIAL_OFFERS).remove(offer._id)
      return issue(ports, transaction, { citizen, credential, place, holderJwk: proven.holderJwk })
    },
    ONLINE,
  )
}

async function verifyProof(
  ports: Pick<IssuePorts, 'index' | 'now' | 'issuerUrl' | 'verifySignature'>,
  proof: string,
): Promise<Proven> {
  const nonce = decodeJws(proof)?.payload.nonce
  if (typeof nonce !== 'string') throw new OAuthError('invalid_proof')
  const nonceUntil = nonceEnd(ports, nonce)
  if (nonceUntil === undefined) throw new OAuthError('invalid_nonce')
  const expected = { audience: credentialIssuer(ports.issuerUrl), nonce, now: unixSeconds(ports.now()) }
  try {
    return {
      holderJwk: await verifyProofOfPossession(proof, expected, ports.verifySignature),
      nonce,
      nonceUntil,
    }
  } catch (error) {
    if (error instanceof NanshaError) throw new OAuthError('invalid_proof')
    throw error
  }
}

/** Whose offer it is. @throws NanshaError CREDENTIAL_… when the identity is not valid, or on another phone than when it was offered */
async function holderOf(
  transaction: Transaction,
  { citizenId, deviceId }: CredentialOffer,
  now: number,
): Promise<{ readonly citizen: Citizen; readonly credential: Credential }> {
  const citizen = await transaction.in(CITIZENS).get(citizenId)
  const credential = citizen && (await transaction.in(CREDENTIALS).get(citizen.credentialId))
  if (!credential || citizen.deviceId !== deviceId) throw new NanshaError('CREDENTIAL_REVOKED')
  await holdValid(transaction, credential, now)
  return { citizen, credential }
}

/** A nonce is good for one credential, and so is a key: two credentials on one key would be known to be one person's. */
async function spendProof(
  transaction: Transaction,
  { holderJwk, nonce, nonceUntil }: Proven,
  now: number,
): Promise<void> {
  const keyId = keyThumbprint(holderJwk)
  const usedNonce = `proof-nonce.${nonce}`
  const usedKey = `other-wallet-key.${keyId}`
  if (await transaction.in(REQUESTS).get(usedNonce)) throw new OAuthError('invalid_nonce')
  if ((await transaction.in(REQUESTS).get(usedKey)) || (await transaction.in(DEVICES).get(keyId)))
    throw new OAuthError('invalid_proof')
  await transaction.in(REQUESTS).insert({ _id: usedNonce, expiresAt: new Date(nonceUntil) })
  await transaction
    .in(REQUESTS)
    .insert({ _id: usedKey, expiresAt: new Date(now + OTHER_WALLET_MS + KEPT_MS) })
}

async function issue(
  ports: IssuePorts,
  transaction: Transaction,
  subject: {
    readonly citizen: Citizen
    readonly credential: Credential
    readonly place: StatusPlace
    readonly holderJwk: EcPublicJwk
  },
): Promise<string> {
  const { citizen, credential, place, holderJwk } = subject
  const { now } = ports
  const claims = CITIZEN_CLAIMS.open(ports.envelopes, citizen)
  const end = Math.min(now() + OTHER_WALLET_MS, credential.expiresAt.getTime())
  const issued = await issueCredential(ports, {
    type: credential.type,
    claims: residentClaims(claims, ageInChina(claims.birthdate, now())),
    holderJwk,
    place,
    assurance: OTHER_WALLET_ASSURANCE,
    exp: unixSeconds(end),
    series: ONLINE,
    says: { proofed: credential.assurance },
  })
  const { issuedAt, expiresAt } = issued
  await transaction.in(ONLINE_CREDENTIALS).insert({
    _id: placeId(place),
    citizenId: citizen._id,
    list: place.list,
    status: 'valid',
    statusChangedAt: issuedAt,
    expiresAt: new Date(expiresAt.getTime() + KEPT_MS),
  })
  await addWallet(transaction, citizen._id, { place: placeId(place), issuedAt, expiresAt }, now())
  const event = citizenEvent(ports, citizen._id, now(), { kind: 'wallet-added' })
  await transaction.in(CITIZEN_EVENTS).insert(event)
  return issued.credential
}
