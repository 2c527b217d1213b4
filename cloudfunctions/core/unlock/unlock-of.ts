import { NanshaError } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import type { Database } from '../platform/database'
import { BIOMETRICS, type Biometric } from '../records/biometrics'
import type { SeenUnlock } from '../records/handles'
import type { Holder } from '../records/holder'
import { UNLOCKS, type UnlockRecord } from '../records/unlocks'

/** Handles and passes are released this long after the PIN or the phone's own biometric lock, … */
const UNLOCKED_MS = 5 * 60_000
/** … and this long after the face was seen, or the person by an officer, … */
const FACE_MS = 24 * 3600_000
/** … or so long where the scenario wants a fresh one. */
export const FRESH_FACE_MS = 30 * 60_000

/**
 * The unlock that releases most: the PIN is good for every scenario, a face while it is fresh, a fingerprint for most.
 *
 * @throws NanshaError UNLOCK_REQUIRED
 */
export async function requireUnlock(
  { database, now }: { readonly database: Database; readonly now: () => number },
  { device }: Pick<Holder, 'device'>,
): Promise<SeenUnlock> {
  const record = await database.collection<UnlockRecord>(UNLOCKS).get(device._id)
  if (isRecent(record, device, now())) return { method: 'pin', at: record.unlockedAt }
  if (now() - device.faceAt.getTime() <= FACE_MS) return { method: 'face', at: device.faceAt }
  const biometric = await database.collection<Biometric>(BIOMETRICS).get(device._id)
  if (isRecent(biometric, device, now())) return { method: 'biometric', at: biometric.unlockedAt }
  throw new NanshaError('UNLOCK_REQUIRED')
}

/** What a phone did before it was bound anew counts for nothing. */
function isRecent<Seen extends { readonly unlockedAt: Date }>(
  seen: Seen | null,
  { boundAt }: Holder['device'],
  now: number,
): seen is Seen {
  return seen !== null && seen.unlockedAt >= boundAt && now - seen.unlockedAt.getTime() <= UNLOCKED_MS
}

/** Whether what was released upon `unlock` may be used for a scenario now. @param now Unix milliseconds */
export function unlockSuffices(unlock: SeenUnlock, scenario: ScenarioName, now: number): boolean {
  if (SCENARIOS[scenario].unlock === 'pin-or-biometric' || unlock.method === 'pin') return true
  return unlock.method === 'face' && now - unlock.at.getTime() <= FRESH_FACE_MS
}

/**
 * Until when what is released upon `unlock` is good also where a fresh face or the PIN is asked for.
 *
 * @param end when it is no longer good for anything
 */
export function freshUntil(unlock: SeenUnlock, end: Date): Date {
  if (unlock.method === 'pin') return end
  if (unlock.method === 'biometric') return unlock.at
  return new Date(Math.min(unlock.at.getTime() + FRESH_FACE_MS, end.getTime()))
}
