import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { COMPANION_APP_ID } from '@nansha/localcloud/identity'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { logOrigin } from '@nansha/shared/log/log-origin'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { createTrustList } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'

const KeyPair = v.object({ privateKey: v.string(), publicJwk: EcPublicJwk })
type KeyPair = v.InferOutput<typeof KeyPair>

/** What a real deployment keeps in a KMS, in its environment, and (the roots) in a safe. */
const Secrets = v.object({
  issuer: KeyPair,
  desk: KeyPair,
  roots: v.tuple([KeyPair, KeyPair]),
  dataKey: v.string(),
  indexKey: v.string(),
  logKey: v.string(),
})
/** A folder may be from before the log had a key of its own. */
const StoredSecrets = v.object({ ...Secrets.entries, logKey: v.optional(v.string()) })
type Secrets = v.InferOutput<typeof Secrets>

/** The issuer of this machine: a name for tokens, never dialled. */
const ISSUER = {
  id: 1,
  iss: 'https://issuer.nansha-id.localhost/trust',
  name: { zh: '本机样本签发机构', en: 'Specimen issuer of this machine' },
} as const
const YEAR_SECONDS = 365 * 24 * 3600

/** The operator of this machine's cloud. */
export const OPERATOR = { appId: COMPANION_APP_ID, openId: 'operator' } as const

/**
 * The environment of each function on this machine, every function with no more secrets than it needs. Secrets are
 * made on the first start and stay in `<dataDir>/secrets.json`, readable by the owner alone.
 *
 * @param now Unix milliseconds
 * @throws Error with one sentence when the secrets file is damaged: new keys would make all stored data unreadable
 */
export async function localEnvironment(
  dataDir: string,
  now: number,
): Promise<Record<string, Record<string, string>>> {
  const secrets = await loadSecrets(dataDir)
  const common = {
    NANSHA_STAGE: 'local',
    NANSHA_ISSUER_URL: ISSUER.iss,
    NANSHA_ISSUER_ID: String(ISSUER.id),
  }
  const data = { NANSHA_DATA_KEY: secrets.dataKey }
  const index = { NANSHA_INDEX_KEY: secrets.indexKey }
  const issuing = { NANSHA_ISSUER_KEY: privateJwk(secrets.issuer) }
  const trust = { NANSHA_TRUST_LIST: trustList(secrets, Math.floor(now / 1000)) }
  const operators = { NANSHA_OPERATORS: `${OPERATOR.appId}:${OPERATOR.openId}` }
  return {
    enrol: { ...common, ...data, ...index, ...issuing, NANSHA_REGISTRY: 'specimen' },
    wallet: { ...common, ...data, ...index, ...issuing, ...trust },
    verify: { ...common, ...data, ...trust, NANSHA_DESK_KEY: privateJwk(secrets.desk) },
    organisation: { ...common, ...operators },
    specimen: { ...common, ...data, ...index, ...operators },
    sweep: { ...common, ...issuing, NANSHA_LOG_KEY: secrets.logKey },
    trust: { ...common, ...trust },
    face: common,
    document: common,
  }
}

/** Signed anew at each start: a laptop has its roots at hand, a deployment has them in a safe. */
function trustList({ issuer, desk, roots, logKey }: Secrets, now: number): string {
  const log = createLogSigner(logOrigin(ISSUER.iss), Buffer.from(logKey, 'base64url'))
  return createTrustList(roots[0], {
    iat: now,
    exp: now + YEAR_SECONDS,
    sequence: now,
    roots: roots.map(({ publicJwk }) => publicJwk),
    issuers: [
      {
        ...ISSUER,
        types: ['resident-id', 'gate-pass', 'age-pass'],
        keys: [issuer.publicJwk],
        deskKeys: [desk.publicJwk],
        logKeys: log.keys.map(formatVerifierKey),
      },
    ],
  })
}

function privateJwk({ privateKey, publicJwk }: KeyPair): string {
  return JSON.stringify({ ...publicJwk, d: privateKey })
}

async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return createSecrets(file)
  const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), StoredSecrets), text)
  if (!stored.success)
    throw new Error(`${file} is damaged. Restore it, or delete ${dataDir} to start over with an empty cloud.`)
  const { logKey, ...known } = stored.output
  if (logKey !== undefined) return { ...known, logKey }
  const secrets = { ...known, logKey: randomKey() }
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return secrets
}

async function createSecrets(file: string): Promise<Secrets> {
  const keyPair = () => createHolderKey(randomBytes(48))
  const secrets: Secrets = {
    issuer: keyPair(),
    desk: keyPair(),
    roots: [keyPair(), keyPair()],
    dataKey: randomKey(),
    indexKey: randomKey(),
    logKey: randomKey(),
  }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' })
  return secrets
}

function randomKey(): string {
  return randomBytes(32).toString('base64url')
}
