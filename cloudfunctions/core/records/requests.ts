import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const REQUESTS = defineCollection<SignedRequest>('requests', { id: 'forgotten', clear: ['expiresAt'] })

/**
 * A signed request that was carried out. `_id` is the device and its `jti`: the same one inserts once. Likewise the nonce of another
 * wallet's proof, and the key that it proved.
 */
export interface SignedRequest extends Stored {
  /** After this the request would be refused for its age, and the record may go. */
  readonly expiresAt: Date
}
