import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { PurposeUnlock } from '@nansha/shared/openid4vp/purpose'
import { isAtLeast } from '@nansha/shared/scenarios'
import type { Database } from '../platform/database'
import type { SeenUnlock } from '../records/handles'
import type { Holder } from '../records/holder'
import { goodUntil, seenUnlocks } from './seen-unlock'

const FACE_MS = 30 * MINUTE_MS

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

function suffices({ now, acceptSpecimens }: UnlockPorts, unlock: SeenUnlock, rule: PurposeUnlock): boolean {
  if (rule !== 'fresh-face')
    return goodUntil(unlock, rule, Number.POSITIVE_INFINITY, acceptSpecimens) >= now()
  const { method, at, faceBy = 'specimen' } = unlock
  return (
    method === 'face' &&
    now() - at.getTime() <= FACE_MS &&
    isAtLeast(faceBy, 'platform-face', acceptSpecimens)
  )
}
