import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { SealForReceiver } from '../guests/seal-for-receiver'
import type { Database } from '../platform/database'

export interface StayPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly sealForReceiver: SealForReceiver
  /** How long a stay is kept after its last day: a rule of the region. */
  readonly keptDays: number
}
