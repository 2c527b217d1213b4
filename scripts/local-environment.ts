import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import * as v from 'valibot'
import { localTrustList } from './local-trust-list'

const Secrets = v.object({
  NANSHA_ISSUER_KEY: v.string(),
  NANSHA_DESK_KEY: v.string(),
  /** Two private JWKs; no function gets them. */
  ROOT_KEYS: v.tuple([v.string(), v.string()]),
  NANSHA_DATA_KEY: v.string(),
  NANSHA_INDEX_KEY: v.string(),
})
type Secrets = v.InferOutput<typeof Secrets>

/** The issuer of this machine: a name for tokens, never dialled. */
const ISSUER_URL = 'https://issuer.nansha-id.localhost'

/** Two bytes that name it in tickets. */
const ISSUER_ID = 1

/** The operator of this machine's cloud, as `appid:openid`. */
export const OPERATOR = { appId: 'wxverifier000000002', openId: 'operator' } as const

/**
 * The environment of each function on this machine, every function with no more secrets than it needs. Secrets are
 * made on the first start and stay in `<dataDir>/secrets.json`, readable by the owner alone.
 *
 * @throws Error with one sentence when the secrets file is damaged: new keys would make all stored data unreadable
 */
export async function localEnvironment(dataDir: string): Promise<Record<string, Record<string, string>>> {
  const secrets = await loadSecrets(dataDir)
  const { NANSHA_ISSUER_KEY, NANSHA_DESK_KEY, NANSHA_DATA_KEY, NANSHA_INDEX_KEY } = secrets
  const common = { NANSHA_STAGE: 'local', NANSHA_ISSUER_URL: ISSUER_URL, NANSHA_ISSUER_ID: String(ISSUER_ID) }
  const NANSHA_TRUST_LIST = localTrustList(secrets, { iss: ISSUER_URL, id: ISSUER_ID }, Date.now())
  const data = { ...common, NANSHA_DATA_KEY, NANSHA_INDEX_KEY }
  const operators = { NANSHA_OPERATORS: `${OPERATOR.appId}:${OPERATOR.openId}` }
  return {
    enrol: { ...data, NANSHA_ISSUER_KEY, NANSHA_REGISTRY: 'specimen' },
    wallet: { ...data, NANSHA_ISSUER_KEY },
    verify: { ...data, NANSHA_DESK_KEY, NANSHA_TRUST_LIST },
    trust: { ...common, NANSHA_TRUST_LIST },
    organisation: { ...common, ...operators },
    specimen: { ...data, ...operators },
    sweep: { ...data, NANSHA_ISSUER_KEY },
    face: common,
    document: common,
  }
}

async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return createSecrets(file)
  try {
    return v.parse(Secrets, JSON.parse(text))
  } catch {
    throw new Error(`${file} is damaged. Restore it, or delete ${dataDir} to start over with an empty cloud.`)
  }
}

async function createSecrets(file: string): Promise<Secrets> {
  const secrets: Secrets = {
    NANSHA_ISSUER_KEY: await createKey(),
    NANSHA_DESK_KEY: await createKey(),
    ROOT_KEYS: [await createKey(), await createKey()],
    NANSHA_DATA_KEY: randomBytes(32).toString('base64url'),
    NANSHA_INDEX_KEY: randomBytes(32).toString('base64url'),
  }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' })
  return secrets
}

async function createKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return JSON.stringify(await exportJWK(privateKey))
}
