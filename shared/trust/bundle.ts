import * as v from 'valibot'
import { DAY_SECONDS } from '../clock/durations'
import { unixSeconds } from '../fields'
import { SCENARIO_NAMES } from '../scenarios'

export const BUNDLE_TYPE = 'nansha-bundle+jwt'
/** A companion without network verifies this long on one download. */
export const BUNDLE_SECONDS = DAY_SECONDS

/** What an organisation may do; part of the bundle, so that offline too a desk is checked before its guest. */
export const Licence = v.object({
  organisationId: v.string(),
  name: v.object({ zh: v.string(), en: v.string() }),
  scenarios: v.array(v.picklist(SCENARIO_NAMES)),
  /** Unix seconds. */
  expiresAt: unixSeconds,
})
export type Licence = v.InferOutput<typeof Licence>

/** Everything that a companion needs to verify without network, signed as one by the key of the function `verify`. */
export const Bundle = v.object({
  iss: v.string(),
  iat: unixSeconds,
  exp: unixSeconds,
  /** Compact JWS of the roots. */
  trust_list: v.pipe(v.string(), v.maxLength(32_768)),
  /** The status lists that belong to it, by address: SHA-256 of each token. */
  status_lists: v.record(v.string(), v.pipe(v.string(), v.length(43))),
  licence: Licence,
})
export type Bundle = v.InferOutput<typeof Bundle>

/** Verified by `verifyBundle` of shared/trust. */
export interface TrustBundle {
  /** Compact JWS, `nansha-bundle+jwt`. */
  readonly bundle: string
  /** Status list tokens, `statuslist+jwt`. */
  readonly statusLists: readonly string[]
}
