import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

/** The public keys of the two roots that a build believes, fixed at build time (kit/build/build-settings.cjs). */
export const PINNED_ROOTS: readonly EcPublicJwk[] = v.parse(
  v.pipe(v.array(EcPublicJwk), v.length(2)),
  JSON.parse(process.env.NANSHA_ROOTS ?? ''),
)
