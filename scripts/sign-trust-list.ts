/**
 * Signs a trust list, on a machine that is not in the cloud: `tsx scripts/sign-trust-list.ts --root root.json --list list.json`.
 * The root is a private P-256 JWK; the list is JSON as shared/trust/trust-list.ts says. What is printed goes into
 * NANSHA_TRUST_LIST of `wallet`, `verify` and `trust`.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { createTrustList, TrustList } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'
import { readPrivateKey } from './private-key'

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { root: { type: 'string' }, list: { type: 'string' } } })
  if (!values.root || !values.list) throw new Error('Give --root FILE and --list FILE.')
  const root = await readPrivateKey(values.root)
  const list = v.parse(TrustList, JSON.parse(await readFile(values.list, 'utf8')))
  const names = list.roots.map(keyThumbprint)
  if (!names.includes(keyThumbprint(root.publicJwk)))
    throw new Error(
      'The list does not name this root. A root is replaced by the other one, or nobody could read the list.',
    )
  console.log(createTrustList(root, list))
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
