import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { signingKeyName } from '@nansha/core/clients/remote-signer'
import { SIGNING_CALLERS, type SigningCaller } from '@nansha/core/signing/signing-request'
import { COMPANION_APP_ID } from '@nansha/localcloud/identity'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { loadAuthorityKeys } from '#demo/authority/authority-keys'
import { type LOCAL_KEYS, type LocalSecrets, loadSecrets } from './local-secrets'
import { ISSUER_ID, issuerCertificate, issuerUrl, trustList } from './local-trust'
import { privateJwk, readPrivateKey } from './private-key'

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
  const trusted = trustList(secrets, await loadAuthorityKeys(dataDir), unixSeconds(now))
  const { common, keys, signing, asking } = settingsOf(secrets)
  const trust = { NANSHA_TRUST_LIST: trusted }
  const operators = await operatorSettings(dataDir)
  const own = {
    enrol: {
      ...keys('data', 'index', 'attempts', 'subject', 'reference', 'record', 'staff'),
      ...asking('enrol'),
      ...operators,
      NANSHA_REGISTRY: 'specimen',
      NANSHA_DOCUMENT_REGISTRIES: 'specimen',
    },
    wallet: {
      ...keys('data', 'pin', 'subject', 'reference', 'record'),
      ...asking('wallet'),
      ...trust,
      NANSHA_DOCUMENT_REGISTRIES: 'specimen',
    },
    verify: {
      ...keys('data', 'reference', 'record', 'staff', 'guest', 'stay'),
      ...trust,
      ...asking('verify'),
      ...operators,
    },
    stays: { ...keys('staff', 'guest', 'stay'), ...trust },
    report: {
      ...keys('guest', 'stay'),
      ...trust,
      NANSHA_GUEST_REPORTS: guestReports,
      NANSHA_REPORT_KEY: privateJwk(secrets.report),
    },
    organisation: {
      ...keys('staff'),
      ...operators,
      ...trust,
      NANSHA_REGISTRAR_KEY: privateJwk(secrets.registrar),
    },
    present: trust,
    issue: { ...keys('data', 'reference', 'record'), ...asking('issue') },
    specimen: { ...keys('data', 'reference'), ...operators },
    sweep: { ...keys('record', 'log'), ...asking('sweep') },
    signer: {
      ...signing,
      NANSHA_ISSUER_KEY: privateJwk(secrets.issuer),
      NANSHA_ISSUER_CERTIFICATE: issuerCertificate(secrets, unixSeconds(now)),
      NANSHA_DESK_KEY: privateJwk(secrets.desk),
    },
    trust,
    face: {},
    document: {},
  }
  return Object.fromEntries(Object.entries(own).map(([name, settings]) => [name, { ...common, ...settings }]))
}

/** What the environments of several functions have in common. */
function settingsOf(secrets: LocalSecrets) {
  // No record depends on them: each start has its own.
  const signing = Object.fromEntries(
    SIGNING_CALLERS.map((caller) => [signingKeyName(caller), randomBytes(32).toString('base64url')]),
  )
  return {
    common: {
      NANSHA_STAGE: 'local',
      NANSHA_ISSUER_URL: issuerUrl(secrets),
      NANSHA_ISSUER_ID: String(ISSUER_ID),
    },
    keys: (...names: (typeof LOCAL_KEYS)[number][]) =>
      Object.fromEntries(names.map((name) => [`NANSHA_${name.toUpperCase()}_KEY`, secrets.keys[name] ?? ''])),
    /** The keys by which `signer` knows every function that asks it. */
    signing,
    /** The one of them that this function has. */
    asking: (caller: SigningCaller) => {
      const name = signingKeyName(caller)
      return { [name]: signing[name] ?? '' }
    },
  }
}

/** By which a function knows the operator and their signed calls. */
async function operatorSettings(dataDir: string) {
  const { publicJwk } = await loadOperatorKey(dataDir)
  return {
    NANSHA_OPERATORS: `${OPERATOR.appId}:${OPERATOR.openId}`,
    NANSHA_OPERATOR_KEYS: JSON.stringify([publicJwk]),
  }
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
