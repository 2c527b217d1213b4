/**
 * Prints a new private P-256 JWK, for an issuer, a desk key, a root or an operator: `npx tsx scripts/make-key.ts > root-1.json`.
 * Its RFC 7638 thumbprint, which is the `kid` of everything it will sign, goes to the error output.
 */
import { randomBytes } from 'node:crypto'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { privateJwk } from './private-key'

const key = createHolderKey(randomBytes(48))
console.error(`kid ${keyThumbprint(key.publicJwk)}`)
console.log(privateJwk(key))
