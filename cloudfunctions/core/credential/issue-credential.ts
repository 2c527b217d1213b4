import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES, type CredentialTypeName, vctOf } from '@nansha/shared/credential-types'
import { digestText } from '@nansha/shared/encoding/digest'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { OTHER_WALLET_ASSURANCE } from '@nansha/shared/other-wallet'
import type { Assurance } from '@nansha/shared/scenarios'
import { CREDENTIAL_JWS_TYPE } from '@nansha/shared/sd-jwt/verify-credential'
import type { Signer } from '../crypto/signer'
import { hideClaims } from './hide-claims'
import type { StatusPlace } from './status-place'
import { STANDING, type StatusSeries } from './status-series'

export interface CredentialPorts {
  readonly signer: Signer
  readonly issuerUrl: string
  /** Two bytes that name this issuer in tickets. */
  readonly issuerId: number
  /** Unix milliseconds. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array
}

export interface IssuedCredential {
  /** SD-JWT VC with all disclosures, `<jws>~<disclosure>~…~`: for the holder alone. */
  readonly credential: string
  /** SHA-256 of the issuer-signed JWS, base64url: what the issuance log names it by. */
  readonly digest: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/**
 * Issues an SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc), bound to the holder's key. Stores nothing: the caller
 * writes the credential's record, and its entry in the issuance log, in one transaction.
 *
 * @param subject.claims by claim name, all of them selectively disclosable, e.g. of `residentClaims`
 * @param subject.holderJwk the phone's key, whose possession was proven
 * @param subject.place free place in the status lists, of `findStatusPlace`
 */
export async function issueCredential(
  { signer, issuerUrl, issuerId, now, randomBytes }: CredentialPorts,
  subject: {
    readonly type: CredentialTypeName
    readonly claims: object
    readonly holderJwk: EcPublicJwk
    readonly place: StatusPlace
    readonly assurance: Assurance | typeof OTHER_WALLET_ASSURANCE
    /** Another end than the type's own, Unix seconds. */
    readonly exp?: number
    /** Where the status lists are. */
    readonly series?: StatusSeries
    /** What else the issuer says, of the holder and not of the person; never hidden. */
    readonly says?: object
  },
): Promise<IssuedCredential> {
  const iat = unixSeconds(now())
  const exp = subject.exp ?? iat + (CREDENTIAL_TYPES[subject.type].validDays * DAY_MS) / 1000
  const { series = STANDING } = subject
  const { payload, disclosures } = hideClaims(subject.claims, randomBytes)
  const jws = await signer.sign(CREDENTIAL_JWS_TYPE, {
    iss: issuerUrl,
    vct: vctOf(issuerUrl, subject.type),
    iat,
    nbf: iat,
    exp,
    cnf: { jwk: subject.holderJwk },
    status: { status_list: { idx: subject.place.index, uri: series.uri(issuerUrl, subject.place.list) } },
    assurance: subject.assurance,
    issuer_id: issuerId,
    ...subject.says,
    ...payload,
  })
  return {
    credential: `${[jws, ...disclosures].join('~')}~`,
    digest: digestText(jws),
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  }
}
