/**
 * Prints a new private P-256 JWK, for an issuer, a desk key or a root: `npx tsx scripts/make-key.ts > root-1.json`.
 * Its RFC 7638 thumbprint, which is the `kid` of everything it will sign, goes to the error output.
 */
import { randomBytes } from 'node:crypto'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'

const { privateKey, publicJwk } = createHolderKey(randomBytes(48))
console.error(`kid ${keyThumbprint(publicJwk)}`)
console.log(JSON.stringify({ ...publicJwk, d: privateKey }))
