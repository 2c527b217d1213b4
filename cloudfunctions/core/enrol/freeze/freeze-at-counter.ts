import type { CounterEvent } from '@nansha/shared/api/counter'
import type { AccountKey } from '../../records/account-key'
import { requireOfficer } from '../counter/require-officer'
import { type FreezePorts, freezeNumber } from './freeze-number'

/**
 * Freezes the ID of somebody who stands at a counter with the physical card.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…, and those of {@link freezeNumber}
 */
export async function freezeAtCounter(
  ports: FreezePorts,
  who: AccountKey,
  { name, idNumber }: Extract<CounterEvent, { action: 'counter-freeze' }>,
): Promise<void> {
  await requireOfficer(ports, who)
  await freezeNumber(ports, { by: 'counter', who, name, idNumber })
}
