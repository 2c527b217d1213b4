import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { signingKeyName } from '@nansha/core/clients/remote-signer'
import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { SIGNING_CALLERS, type SigningCaller } from '@nansha/core/signing/signing-request'
import { COMPANION_APP_ID } from '@nansha/localcloud/identity'
import { DAY_SECONDS, unixSeconds } from '@nansha/shared/clock/durations'
import { DOCUMENT_TYPES } from '@nansha/shared/documents/document-types'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { logOrigin } from '@nansha/shared/log/log-origin'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { PASS_SCENARIOS } from '@nansha/shared/scenarios'
import { createTrustList } from '@nansha/shared/trust/trust-list'
import {
  type CertificateAuthority,
  createAuthorityCertificate,
  createCertificate,
} from '@nansha/shared/x509/create-certificate'
import {
  AUTHORITY_ISSUER,
  AUTHORITY_NAME,
  type AuthorityKeys,
  loadAuthorityKeys,
} from '#demo/authority/authority-keys'
import { LOCAL_ACCESS_AUTHORITY, LOCAL_ISSUING_AUTHORITY, LOCAL_ROOTS } from './local-roots'
import { type LOCAL_KEYS, type LocalSecrets, loadSecrets } from './local-secrets'
import { privateJwk, readPrivateKey } from './private-key'

const ISSUER_ID = 1
const ISSUER_NAME = { zh: '本机样本签发机构', en: 'Specimen issuer of this machine' } as const
const YEAR_SECONDS = 365 * DAY_SECONDS

/** The operator of this machine's cloud. */
export const OPERATOR = { appId: COMPANION_APP_ID, openId: 'operator' } as const

/**
 * The environment of each function on this machine, every function with no more secrets than it needs. Secrets are
 * made on the first start and stay in `<dataDir>/secrets.json`, readable by the owner alone.
 *
 * @param now Unix milliseconds
 * @param guestReports where reports of guests go: `file`, or the address of the specimen authority
 * @throws Error with one sentence when the secrets file is damaged: new keys would make all stored data unreadable
 */
export async function localEnvironment(
  dataDir: string,
  now: number,
  guestReports = 'file',
): Promise<Record<string, Record<string, string>>> {
  const secrets = await loadSecrets(dataDir)
  const seconds = unixSeconds(now)
  const common = {
    NANSHA_STAGE: 'local',
    NANSHA_ISSUER_URL: issuerUrl(secrets),
    NANSHA_ISSUER_ID: String(ISSUER_ID),
  }
  const keys = (...names: (typeof LOCAL_KEYS)[number][]) =>
    Object.fromEntries(names.map((name) => [`NANSHA_${name.toUpperCase()}_KEY`, secrets.keys[name] ?? '']))
  // No record depends on them: each start has its own.
  const signing = Object.fromEntries(
    SIGNING_CALLERS.map((caller) => [signingKeyName(caller), randomBytes(32).toString('base64url')]),
  )
  const asking = (caller: SigningCaller) => {
    const name = signingKeyName(caller)
    return { [name]: signing[name] ?? '' }
  }
  const receiving = await loadAuthorityKeys(dataDir)
  const trust = { NANSHA_TRUST_LIST: trustList(secrets, receiving, seconds) }
  const operators = {
    NANSHA_OPERATORS: `${OPERATOR.appId}:${OPERATOR.openId}`,
    NANSHA_OPERATOR_KEYS: JSON.stringify([(await loadOperatorKey(dataDir)).publicJwk]),
  }
  return {
    enrol: {
      ...common,
      ...keys('data', 'index', 'attempts', 'subject', 'reference', 'record', 'staff'),
      ...asking('enrol'),
      ...operators,
      NANSHA_REGISTRY: 'specimen',
    },
    wallet: {
      ...common,
      ...keys('data', 'pin', 'subject', 'reference', 'record'),
      ...asking('wallet'),
      ...trust,
      NANSHA_DOCUMENT_REGISTRIES: 'specimen',
    },
    verify: {
      ...common,
      ...keys('data', 'reference', 'record', 'staff', 'guest', 'stay'),
      ...trust,
      ...asking('verify'),
      ...operators,
    },
    stays: { ...common, ...keys('staff', 'guest', 'stay'), ...trust },
    report: {
      ...common,
      ...keys('guest', 'stay'),
      ...trust,
      NANSHA_GUEST_REPORTS: guestReports,
      NANSHA_REPORT_KEY: privateJwk(secrets.report),
    },
    organisation: {
      ...common,
      ...keys('staff'),
      ...operators,
      ...trust,
      NANSHA_REGISTRAR_KEY: privateJwk(secrets.registrar),
    },
    present: { ...common, ...trust },
    issue: { ...common, ...keys('data', 'reference', 'record'), ...asking('issue') },
    specimen: { ...common, ...keys('data', 'reference'), ...operators },
    sweep: { ...common, ...keys('record', 'log'), ...asking('sweep') },
    signer: {
      ...common,
      ...signing,
      NANSHA_ISSUER_KEY: privateJwk(secrets.issuer),
      NANSHA_ISSUER_CERTIFICATE: issuerCertificate(secrets, seconds),
      NANSHA_DESK_KEY: privateJwk(secrets.desk),
    },
    trust: { ...common, ...trust },
    face: common,
    document: common,
  }
}

/**
 * A name for tokens, never dialled. A cloud that was emptied is another issuer: a phone that remembers the former one's log does not
 * take the new log for a forgery of it.
 */
function issuerUrl({ issuer }: LocalSecrets): string {
  const name = createHash('sha256').update(issuer.publicJwk.x).digest('hex').slice(0, 16)
  return `https://${name}.nansha-id.localhost/trust`
}

/** Signed anew at each start. */
function trustList(secrets: LocalSecrets, authority: AuthorityKeys, now: number): string {
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

function issuerCertificate(secrets: LocalSecrets, now: number): string {
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

/** The key of `npm run operate`, made on the first start, in `<dataDir>/operator.json`. */
async function loadOperatorKey(dataDir: string): Promise<HolderKey> {
  const file = path.join(dataDir, 'operator.json')
  const made = privateJwk(createHolderKey(randomBytes(48)))
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readPrivateKey(file)
}

/** Who reports guests from this machine, as the specimen authority knows them. */
export async function localReporter(dataDir: string) {
  const secrets = await loadSecrets(dataDir)
  return { iss: issuerUrl(secrets), keys: [secrets.report.publicJwk] }
}
