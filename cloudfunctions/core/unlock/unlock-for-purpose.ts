import { NanshaError } from '@nansha/shared/errors'
import type { PurposeUnlock } from '@nansha/shared/openid4vp/purpose'
import type { Database } from '../platform/database'
import type { SeenUnlock } from '../records/handles'
import type { Holder } from '../records/holder'
import { goodUntil, seenUnlocks } from './seen-unlock'

interface UnlockPorts {
  readonly database: Database
  readonly now: () => number
  readonly acceptSpecimens: boolean
}

/**
 * The unlock that satisfies the registered purpose of an online request.
 *
 * @throws NanshaError UNLOCK_REQUIRED
 */
export async function requireUnlockFor(
  ports: UnlockPorts,
  holder: Pick<Holder, 'device'>,
  rule: PurposeUnlock,
): Promise<SeenUnlock> {
  const unlock = (await seenUnlocks(ports, holder)).find((one) => suffices(ports, one, rule))
  if (!unlock) throw new NanshaError('UNLOCK_REQUIRED')
  return unlock
}

/** A purpose that wants a face alone takes what the scenario rule takes for one, and no PIN. */
function suffices({ now, acceptSpecimens }: UnlockPorts, unlock: SeenUnlock, rule: PurposeUnlock): boolean {
  if (rule === 'fresh-face' && unlock.method !== 'face') return false
  const scenarioRule = rule === 'fresh-face' ? 'fresh-face-or-fresh-pin' : rule
  return goodUntil(unlock, scenarioRule, Number.POSITIVE_INFINITY, acceptSpecimens) >= now()
}
