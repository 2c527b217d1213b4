import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

const text = process.env.NANSHA_ROOTS ?? ''

/**
 * The roots that a build believes, fixed at build time: `NANSHA_ROOTS` is a JSON array of their two public keys.
 * `undefined` in a local build, which trusts the first list that it sees (docs/limits.md).
 */
export const PINNED_ROOTS: readonly EcPublicJwk[] | undefined =
  text === '' ? undefined : v.parse(v.pipe(v.array(EcPublicJwk), v.length(2)), JSON.parse(text))
