import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES, type CredentialTypeName, vctOf } from '@nansha/shared/credential-types'
import { digest, unixSeconds } from '@nansha/shared/fields'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { OTHER_WALLET_ASSURANCE, OTHER_WALLET_MS } from '@nansha/shared/other-wallet'
import { ASSURANCES, UNLOCK_METHODS } from '@nansha/shared/scenarios'
import { CREDENTIAL_JWS_TYPE } from '@nansha/shared/sd-jwt/verify-credential'
import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import { isDomain } from '@nansha/shared/x509/domain'
import * as v from 'valibot'
import {
  type Deployment,
  ISSUED_TYPES,
  ONLINE_TYPES,
  ownOnlineList,
  ownStatusList,
  type Signable,
  timeOf,
} from '../signable'

/** Credentials of the types that are issued (docs/protocol.md §4). */
export function credentialMessages(deployment: Deployment): Signable[] {
  const standing = ISSUED_TYPES.map(
    (type): Signable => ({
      typ: CREDENTIAL_JWS_TYPE,
      key: 'issuer',
      callers: ['enrol', 'wallet'],
      schema: credential(deployment, type),
    }),
  )
  const online = ONLINE_TYPES.map(
    (type): Signable => ({
      typ: CREDENTIAL_JWS_TYPE,
      key: 'online',
      callers: ['wallet'],
      schema: onlineCredential(deployment, type),
    }),
  )
  const elsewhere = ONLINE_TYPES.map(
    (type): Signable => ({
      typ: CREDENTIAL_JWS_TYPE,
      key: 'online',
      callers: ['issue'],
      schema: otherWalletCredential(deployment, type),
    }),
  )
  return [...standing, ...online, ...elsewhere]
}

/** Members that every credential and every pass begins with. */
export function commonMembers(deployment: Deployment, type: CredentialTypeName) {
  const { issuerUrl, issuerId } = deployment
  return {
    iss: v.literal(issuerUrl),
    vct: v.literal(vctOf(issuerUrl, type)),
    iat: timeOf(deployment),
    nbf: unixSeconds,
    exp: unixSeconds,
    cnf: v.strictObject({ jwk: EcPublicJwk }),
    status: v.strictObject({
      status_list: statusPlace(ownStatusList(deployment)),
    }),
    assurance: proofingOf(deployment),
    issuer_id: v.literal(issuerId),
  }
}

function proofingOf({ acceptSpecimens }: Deployment) {
  return v.pipe(
    v.picklist(ASSURANCES),
    v.check((assurance) => acceptSpecimens || assurance !== 'specimen', 'a specimen'),
  )
}

/** Whether something is good from its making on, and no longer than its type says. */
export function isGoodFor(type: CredentialTypeName) {
  const longest = CREDENTIAL_TYPES[type].validDays * DAY_SECONDS
  return ({ iat, nbf, exp }: { readonly iat: number; readonly nbf: number; readonly exp: number }) =>
    nbf === iat && exp > iat && exp <= iat + longest
}

function statusPlace(uri: v.GenericSchema<string>) {
  return v.strictObject({
    idx: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(STATUS_LIST_SIZE - 1)),
    uri,
  })
}

function credential(deployment: Deployment, type: CredentialTypeName) {
  return v.pipe(
    v.strictObject({ ...commonMembers(deployment, type), ...hiddenClaims(type) }),
    v.check((payload) => isGoodFor(type)(payload), 'good for too long'),
  )
}

/** For one online presentation: of another series of status lists, and for a day at most. */
function onlineCredential(deployment: Deployment, type: CredentialTypeName) {
  return v.pipe(
    v.strictObject({
      ...commonMembers(deployment, type),
      status: v.strictObject({ status_list: statusPlace(ownOnlineList(deployment)) }),
      /** What the wallet function saw the holder do, and when. */
      amr: v.pipe(v.array(v.picklist(UNLOCK_METHODS)), v.length(1)),
      auth_time: unixSeconds,
      /** The domain for which the pseudonym among the claims was made: a phone may ask for any. */
      pairwise_sector: v.optional(v.pipe(v.string(), v.check(isDomain, 'no domain'))),
      ...hiddenClaims(type),
    }),
    v.check(({ iat, nbf, exp }) => nbf === iat && exp > iat && exp <= iat + DAY_SECONDS, 'good for too long'),
  )
}

/** For another wallet's key: by its assurance no purpose of the phone's own takes it. */
function otherWalletCredential(deployment: Deployment, type: CredentialTypeName) {
  return v.pipe(
    v.strictObject({
      ...commonMembers(deployment, type),
      status: v.strictObject({ status_list: statusPlace(ownOnlineList(deployment)) }),
      assurance: v.literal(OTHER_WALLET_ASSURANCE),
      proofed: proofingOf(deployment),
      ...hiddenClaims(type),
    }),
    v.check(
      ({ iat, nbf, exp }) => nbf === iat && exp > iat && exp <= iat + OTHER_WALLET_MS / 1000,
      'good for too long',
    ),
  )
}

/** The claims are digests: the signer sees how many there are and where, and not what they say. */
function hiddenClaims(type: CredentialTypeName) {
  const paths: readonly (readonly string[])[] = CREDENTIAL_TYPES[type].claims.map(({ path }) => path)
  const plain = paths.filter(({ length }) => length === 1).length
  const nested = [...new Set(paths.filter(({ length }) => length === 2).map(([name]) => name as string))]
  const members = nested.map((name) => {
    const most = paths.filter((path) => path.length === 2 && path[0] === name).length
    return [name, v.optional(v.strictObject({ _sd: digests(most) }))] as const
  })
  return {
    ...(Object.fromEntries(members) as Record<never, never>),
    _sd: digests(plain),
    _sd_alg: v.literal('sha-256'),
  }
}

function digests(most: number) {
  return v.pipe(
    v.array(digest),
    v.maxLength(most),
    v.check((list) => new Set(list).size === list.length, 'a digest twice'),
  )
}
