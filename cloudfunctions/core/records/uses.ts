import type { FaceAnswer } from '@nansha/shared/api/verify'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import type { Organisation } from './organisations'

export const USES = defineCollection<Use>('uses', {
  id: 'blind',
  clear: ['organisationId', 'staff', 'scenario', 'at', 'expiresAt'],
  vouchedBy: 'record',
})

/** One presentation that a desk looked at. `_id` is that of its handle: inserting it is what consumes the handle. */
export interface Use extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  readonly scenario: ScenarioName
  /** SHA-256 of the ticket's text: the same desk asking again for the same ticket gets the same answer. */
  readonly ticket: string
  readonly at: Date
  /** Sealed: the desk's records do not tell who its guests were. */
  readonly subject: UseSubject
  /** Whose desk it was, as the citizen reads it. */
  readonly organisation: Organisation['name']
  /** When the desk decided; absent until then, and for passes. */
  readonly decidedAt?: Date
  /** `disputed`: the citizen said that it was not them. */
  readonly state: 'shown' | 'accepted' | 'refused' | 'disputed'
  /** Photos that were begun to be compared with the portrait. */
  readonly comparisons?: number
  /** What the last of them told the clerk, who decided. */
  readonly faces?: FaceAnswer
  /** A pass that another companion reported too. */
  readonly doubled?: boolean
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export interface UseSubject {
  readonly citizenId: string
  readonly credentialId: string
  /** The child whose card was shown, in place of the citizen's own identity. */
  readonly child?: ShownChild
}

export interface ShownChild {
  /** On the guardian's phone; another child may have it later. */
  readonly place: number
  readonly credentialId: string
  /** For the guardian's own history. */
  readonly name: string
}
