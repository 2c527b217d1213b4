import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Operators } from './operators'

export interface OrganisationPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly operators: Operators
}
