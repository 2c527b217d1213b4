/**
 * Makes the key of an issuance log: `npx tsx scripts/make-log-key.ts --issuer https://id.example/trust`. The seed, which is
 * NANSHA_LOG_KEY, goes to the output; the `logKeys` of the trust list, which are public, to the error output.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { logOrigin } from '@nansha/shared/log/log-origin'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'

const { values } = parseArgs({ options: { issuer: { type: 'string' } } })
if (!values.issuer || !/^https:\/\/.*[^/]$/.test(values.issuer)) {
  console.error('Give --issuer URL, as in NANSHA_ISSUER_URL.')
  process.exitCode = 1
} else {
  const seed = randomBytes(32)
  const { keys } = createLogSigner(logOrigin(values.issuer), seed)
  console.error(JSON.stringify({ logKeys: keys.map(formatVerifierKey) }, null, 2))
  console.log(seed.toString('base64url'))
}
