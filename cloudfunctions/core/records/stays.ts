import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'
import { sealedJson } from './sealed-field'

export const STAYS = defineCollection<Stay>('stays', {
  id: 'blind',
  clear: ['organisationId', 'at', 'guest'],
  vouchedBy: 'record',
})

/** An entry in the register that hotels must keep of their guests. `_id` is that of the use. */
export interface Stay extends Stored {
  readonly organisationId: string
  readonly at: Date
  /** The claims that the scenario registers, by name, as JSON, sealed at `stays/<_id>/guest`. */
  readonly guest: Envelope<Readonly<Record<string, unknown>>>
}

export const GUEST = sealedJson(STAYS, 'guest')
