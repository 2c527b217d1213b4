import { readFile } from 'node:fs/promises'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

const PrivateJwk = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({ d: v.pipe(v.string(), v.length(43)) }),
  v.transform(({ d, ...publicJwk }) => ({ d, publicJwk })),
  v.object({ d: v.string(), publicJwk: EcPublicJwk }),
)

/** Reads a private P-256 JWK as `scripts/make-key.ts` prints it. @throws Error that names the file, never what is in it */
export async function readPrivateKey(file: string): Promise<HolderKey> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no key at ${file}.`)
  })
  const key = v.safeParse(PrivateJwk, text)
  if (!key.success) throw new Error(`${file} is not a private P-256 JWK.`)
  return { privateKey: key.output.d, publicJwk: key.output.publicJwk }
}

/** As `scripts/make-key.ts` prints it. */
export function privateJwk({ privateKey, publicJwk }: HolderKey): string {
  return JSON.stringify({ ...publicJwk, d: privateKey })
}
