import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { keyThumbprint } from '../keys/key-thumbprint'
import { TRUST_LIST_TYPE, type TrustList } from './trust-list'

/** Signs a trust list; offline, or on a laptop for its own cloud. @param root a root of the list before this one */
export function createTrustList(root: HolderKey, list: TrustList): string {
  return createJws(root.privateKey, { typ: TRUST_LIST_TYPE, kid: keyThumbprint(root.publicJwk) }, list)
}
