import { DAY_MS, MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import {
  isAtLeast,
  SCENARIOS,
  type ScenarioName,
  UNLOCK_RULES,
  type UnlockRuleName,
} from '@nansha/shared/scenarios'
import type { Database } from '../platform/database'
import { BIOMETRICS } from '../records/biometrics'
import type { SeenUnlock } from '../records/handles'
import type { Holder } from '../records/holder'
import { UNLOCKS } from '../records/unlocks'

/** Milliseconds after the PIN or the phone's own biometric lock for which handles and passes are released. */
const UNLOCKED_MS = 5 * MINUTE_MS
/** Milliseconds after the face was seen, or the person by an officer, for which they are released. */
const FACE_MS = DAY_MS
/** Milliseconds after the face was seen for which it sets what unlocks this phone from then on: a PIN, or the phone's own lock. */
const OWNER_SEEN_MS = 30 * MINUTE_MS

/**
 * Whether the owner of the identity was before the phone just now. It may have changed hands since; a bank takes a face
 * for a fresh one no longer.
 *
 * @param now Unix milliseconds
 */
export function isOwnerJustSeen({ faceAt }: Pick<Holder['device'], 'faceAt'>, now: number): boolean {
  return now - faceAt.getTime() <= OWNER_SEEN_MS
}

/**
 * The unlock that releases most: the PIN is good for every scenario, a face while it is fresh, a fingerprint for most.
 *
 * @throws NanshaError UNLOCK_REQUIRED
 */
export async function requireUnlock(
  { database, now }: { readonly database: Database; readonly now: () => number },
  { device }: Pick<Holder, 'device'>,
): Promise<SeenUnlock> {
  const [unlock] = await seenUnlocks({ database, now }, { device })
  if (!unlock) throw new NanshaError('UNLOCK_REQUIRED')
  return unlock
}

/**
 * Whether the owner is before the phone now: for what undoes a protection or adds a way to unlock, of which whoever takes
 * the unlocked phone a day after the face was seen must get nothing.
 */
export async function isOwnerPresent(
  { database, now }: { readonly database: Database; readonly now: () => number },
  { device }: Pick<Holder, 'device'>,
): Promise<boolean> {
  const seen = await seenUnlocks({ database, now }, { device })
  return seen.some(({ method }) => method !== 'face' || isOwnerJustSeen(device, now()))
}

/** As {@link isOwnerPresent}. @throws NanshaError UNLOCK_REQUIRED when not */
export async function requireOwner(...asked: Parameters<typeof isOwnerPresent>): Promise<void> {
  if (!(await isOwnerPresent(...asked))) throw new NanshaError('UNLOCK_REQUIRED')
}

/** Everything that the holder did lately enough for something to be released, what releases most first. */
export async function seenUnlocks(
  { database, now }: { readonly database: Database; readonly now: () => number },
  { device }: Pick<Holder, 'device'>,
): Promise<SeenUnlock[]> {
  const [pin, biometric] = await Promise.all([
    database.in(UNLOCKS).get(device._id),
    database.in(BIOMETRICS).get(device._id),
  ])
  const seen: SeenUnlock[] = []
  if (isRecent(pin, device, now())) seen.push({ method: 'pin', at: pin.unlockedAt })
  if (now() - device.faceAt.getTime() <= FACE_MS)
    seen.push({ method: 'face', at: device.faceAt, faceBy: device.faceBy })
  if (isRecent(biometric, device, now())) seen.push({ method: 'biometric', at: biometric.unlockedAt })
  return seen
}

/** What a phone did before it was bound anew counts for nothing. */
function isRecent<Seen extends { readonly unlockedAt: Date }>(
  seen: Seen | null,
  { boundAt }: Holder['device'],
  now: number,
): seen is Seen {
  return seen !== null && seen.unlockedAt >= boundAt && now - seen.unlockedAt.getTime() <= UNLOCKED_MS
}

/**
 * Whether what was released after `unlock` may be used for a scenario now.
 *
 * @param now Unix milliseconds
 * @param acceptSpecimens true in a local deployment only
 */
export function unlockSuffices(
  unlock: SeenUnlock,
  scenario: ScenarioName,
  now: number,
  acceptSpecimens: boolean,
): boolean {
  const until = goodUntil(unlock, SCENARIOS[scenario].unlock, Number.POSITIVE_INFINITY, acceptSpecimens)
  return until > 0 && now <= until
}

/**
 * Until when what is released after `unlock` is good for scenarios of a rule.
 *
 * @param end Unix milliseconds when it is no longer good for anything
 * @param acceptSpecimens true in a local deployment only
 * @returns Unix milliseconds; 0 where it is not good at all
 */
export function goodUntil(
  { method, at, faceBy = 'specimen' }: SeenUnlock,
  name: UnlockRuleName,
  end: number,
  acceptSpecimens: boolean,
): number {
  const { biometric, pinMinutes, faceMinutes, weakestFace } = UNLOCK_RULES[name]
  if (method === 'biometric') return biometric ? end : 0
  if (method === 'face' && weakestFace && !isAtLeast(faceBy, weakestFace, acceptSpecimens)) return 0
  const minutes = method === 'pin' ? pinMinutes : faceMinutes
  return minutes === undefined ? end : Math.min(end, at.getTime() + minutes * MINUTE_MS)
}
