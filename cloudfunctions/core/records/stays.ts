import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'

export const STAYS = 'stays'

/** An entry in the register that hotels must keep of their guests. `_id` is that of the use. */
export interface Stay extends Stored {
  readonly organisationId: string
  readonly at: Date
  /** The claims that the scenario registers, by name, as JSON, sealed at `stays/<_id>/guest`. */
  readonly guest: Envelope
}
