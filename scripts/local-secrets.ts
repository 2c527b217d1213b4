import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { RECORD_KEY_NAMES } from '@nansha/core/records/record-keys'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

const KeyPair = v.object({ privateKey: v.string(), publicJwk: EcPublicJwk })

/** Keys of 32 bytes, each for one purpose: `data` is `NANSHA_DATA_KEY`. docs/operations.md says what each is for. */
export const LOCAL_KEYS = [...RECORD_KEY_NAMES, 'index', 'attempts', 'subject', 'log'] as const

/** What a real deployment keeps in a KMS and in its environment. */
const Secrets = v.object({
  issuer: KeyPair,
  desk: KeyPair,
  registrar: KeyPair,
  report: KeyPair,
  keys: v.strictObject(Object.fromEntries(LOCAL_KEYS.map((name) => [name, v.string()]))),
})
export type LocalSecrets = v.InferOutput<typeof Secrets>

/**
 * Reads the secrets of a data folder, or makes them at the first start.
 *
 * @throws Error with one sentence when the file is damaged: new keys would make all stored data unreadable
 */
export async function loadSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = path.join(dataDir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return createSecrets(file)
  try {
    return v.parse(Secrets, JSON.parse(text))
  } catch {
    throw new Error(
      `${file} is damaged, or of an earlier version whose records this one cannot read. Restore it, or run "npm run reset" to start over with an empty cloud.`,
    )
  }
}

async function createSecrets(file: string): Promise<LocalSecrets> {
  const keyPair = () => createHolderKey(randomBytes(48))
  const secrets: LocalSecrets = {
    issuer: keyPair(),
    desk: keyPair(),
    registrar: keyPair(),
    report: keyPair(),
    keys: Object.fromEntries(LOCAL_KEYS.map((name) => [name, randomBytes(32).toString('base64url')])),
  }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' })
  return secrets
}
