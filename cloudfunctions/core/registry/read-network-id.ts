import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import { readSigner } from '../crypto/signer'
import { readIssuer } from '../function/read-issuer'
import type { NetworkIdSettings } from './network-id'

const KEY = 'NANSHA_NETWORK_ID_KEY'
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Environment = v.object({
  NANSHA_NETWORK_ID_GATEWAY: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  NANSHA_NETWORK_ID_GATEWAY_KEY: v.pipe(v.string(), v.parseJson(), EcPublicJwk),
  NANSHA_NETWORK_ID_ORG: text,
  NANSHA_NETWORK_ID_BUSINESS: text,
  [KEY]: v.string(),
})

/**
 * The settings of national network ID, which go together.
 *
 * @returns null without any of them
 * @throws Error that names the one which is missing or wrong, never its value
 */
export function readNetworkId(environment: NodeJS.ProcessEnv): NetworkIdSettings | null {
  if (Object.keys(Environment.entries).every((name) => !environment[name])) return null
  const parsed = v.safeParse(Environment, environment)
  if (!parsed.success) throw new Error(`${v.getDotPath(parsed.issues[0])} is missing or wrong.`)
  const { output } = parsed
  return {
    gatewayUrl: output.NANSHA_NETWORK_ID_GATEWAY,
    gatewayKey: output.NANSHA_NETWORK_ID_GATEWAY_KEY,
    application: { orgId: output.NANSHA_NETWORK_ID_ORG, businessId: output.NANSHA_NETWORK_ID_BUSINESS },
    issuerUrl: readIssuer(environment).issuerUrl,
    signer: readSigner(environment, KEY),
  }
}
