import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { TrustList } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'

/** The trust list of this deployment, as signed and as read. */
export interface OwnTrustList {
  readonly jws: string
  readonly list: TrustList
}

/**
 * Reads `NANSHA_TRUST_LIST`. Its signature is for verifiers to check: who can set this environment could also set the
 * roots.
 *
 * @throws Error when it is missing or not a trust list
 */
export function readTrustList(environment: NodeJS.ProcessEnv): OwnTrustList {
  const jws = environment.NANSHA_TRUST_LIST ?? ''
  const list = v.safeParse(TrustList, decodeJws(jws)?.payload)
  if (!list.success) throw new Error('NANSHA_TRUST_LIST must be a signed trust list.')
  return { jws, list: list.output }
}
