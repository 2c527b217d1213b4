import { createHash } from 'node:crypto'
import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { CHILD_CARD_TYPE } from '@nansha/shared/children/child-card'
import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import { DOCUMENT_TYPES } from '@nansha/shared/documents/document-types'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { logOrigin } from '@nansha/shared/log/log-origin'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { PASS_SCENARIOS } from '@nansha/shared/scenarios'
import { createTrustList } from '@nansha/shared/trust/trust-list'
import {
  type CertificateAuthority,
  createAuthorityCertificate,
  createCertificate,
} from '@nansha/shared/x509/create-certificate'
import { AUTHORITY_ISSUER, AUTHORITY_NAME, type AuthorityKeys } from '#demo/authority/authority-keys'
import { LOCAL_ACCESS_AUTHORITY, LOCAL_ISSUING_AUTHORITY, LOCAL_ROOTS } from './local-roots'
import type { LocalSecrets } from './local-secrets'

/** Of this machine's issuer in its trust list. */
export const ISSUER_ID = 1
const ISSUER_NAME = { zh: '本机样本签发机构', en: 'Specimen issuer of this machine' } as const
const YEAR_SECONDS = 365 * DAY_SECONDS

/**
 * A name for tokens, never dialled. A cloud that was emptied is another issuer: a phone that remembers the former one's log does not
 * take the new log for a forgery of it.
 */
export function issuerUrl({ issuer }: LocalSecrets): string {
  const name = createHash('sha256').update(issuer.publicJwk.x).digest('hex').slice(0, 16)
  return `https://${name}.nansha-id.localhost/trust`
}

/** Signed anew at each start. */
export function trustList(secrets: LocalSecrets, authority: AuthorityKeys, now: number): string {
  const [root] = LOCAL_ROOTS
  const log = createLogSigner(logOrigin(issuerUrl(secrets)), Buffer.from(secrets.keys.log ?? '', 'base64url'))
  return createTrustList(root, {
    iat: now,
    exp: now + YEAR_SECONDS,
    sequence: now,
    roots: LOCAL_ROOTS.map(({ publicJwk }) => publicJwk),
    issuers: [
      {
        id: ISSUER_ID,
        iss: issuerUrl(secrets),
        name: ISSUER_NAME,
        types: [
          'resident-id',
          ...DOCUMENT_TYPES,
          CHILD_CARD_TYPE,
          ...PASS_SCENARIOS.map((scenario) => `${scenario}-pass` as const),
        ],
        keys: [secrets.issuer.publicJwk],
        deskKeys: [secrets.desk.publicJwk],
        logKeys: log.keys.map(formatVerifierKey),
        registrarKeys: [secrets.registrar.publicJwk],
        accessAuthorities: [certificateOf(LOCAL_ACCESS_AUTHORITY, now)],
        issuingAuthorities: [certificateOf(LOCAL_ISSUING_AUTHORITY, now)],
        reportKeys: [secrets.report.publicJwk],
        receiver: {
          iss: AUTHORITY_ISSUER,
          name: AUTHORITY_NAME,
          sealingKey: authority.sealing.publicJwk,
          receiptKeys: [authority.receipts.publicJwk],
        },
      },
    ],
  })
}

/** Times of a certificate that is made at each start: a day back, for clocks that are behind, and a year on. */
const validity = (now: number) => ({ notBefore: now - DAY_SECONDS, notAfter: now + YEAR_SECONDS })

function certificateOf(one: CertificateAuthority, now: number): string {
  return encodeBase64(createAuthorityCertificate(one, { serial: Uint8Array.of(1), ...validity(now) }))
}

export function issuerCertificate(secrets: LocalSecrets, now: number): string {
  const { hostname } = new URL(issuerUrl(secrets))
  const certificate = createCertificate(LOCAL_ISSUING_AUTHORITY, {
    serial: Uint8Array.of(2),
    subject: { commonName: hostname, organisation: ISSUER_NAME.zh },
    publicJwk: secrets.issuer.publicJwk,
    domains: [hostname],
    ...validity(now),
  })
  return encodeBase64(certificate)
}
