import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

const KeyPair = v.strictObject({ privateKey: v.string(), publicJwk: EcPublicJwk })

/** What the specimen authority has and nobody else: what opens guests' fields, and what signs receipts. */
const AuthorityKeys = v.strictObject({ sealing: KeyPair, receipts: KeyPair })
export type AuthorityKeys = v.InferOutput<typeof AuthorityKeys>

/** `iss` of its receipts; a name, never dialled. */
export const AUTHORITY_ISSUER = 'https://authority.nansha-id.localhost'
export const AUTHORITY_NAME = { zh: '样本公安机关（演示）', en: 'Specimen authority' } as const

/** Its folder inside a data folder, apart from the secrets of the functions. */
export function authorityFolder(dataDir: string): string {
  return path.join(dataDir, 'authority')
}

/**
 * Reads the authority's keys, or makes them at the first start.
 *
 * @throws Error with one sentence when the file is damaged: what was sealed to the former keys could not be read any more
 */
export async function loadAuthorityKeys(dataDir: string): Promise<AuthorityKeys> {
  const file = path.join(authorityFolder(dataDir), 'keys.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return createKeys(file)
  try {
    return v.parse(AuthorityKeys, JSON.parse(text))
  } catch {
    throw new Error(
      `${file} is damaged. Restore it, or run "npm run reset" to start over with an empty cloud.`,
    )
  }
}

async function createKeys(file: string): Promise<AuthorityKeys> {
  const keys = { sealing: createHolderKey(randomBytes(48)), receipts: createHolderKey(randomBytes(48)) }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(keys, null, 2), { mode: 0o600, flag: 'wx' })
  return keys
}
