import type { Handles } from '@nansha/shared/api/wallet-answers'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { UNLOCK_RULES, type UnlockRuleName } from '@nansha/shared/scenarios'
import { requireValid } from '../credential/require-valid'
import { type Cap, takeSlots } from '../limits/slots'
import { HANDLES, type Handle } from '../records/handles'
import type { Holder } from '../records/holder'
import { goodUntil, requireUnlock } from '../unlock/seen-unlock'
import type { WalletPorts } from './wallet-ports'

const HANDLE_LIFE_MS = DAY_MS
/** Handles that a phone may get in a day: ten presentations an hour, around the clock. */
const PER_DAY = 240
const RULES = Object.keys(UNLOCK_RULES) as UnlockRuleName[]

/** Handles of one phone within a day. */
export function handleCap(deviceId: string): Cap {
  return { id: `handles.${deviceId}`, most: PER_DAY }
}

/**
 * Releases handles, one for each presentation to come.
 *
 * @param count at most 20 (shared/api/wallet.ts)
 * @throws NanshaError CREDENTIAL_… unless the credential is valid, UNLOCK_REQUIRED, ATTEMPTS_EXHAUSTED beyond a day's worth
 */
export async function issueHandles(
  {
    database,
    now,
    randomId,
    acceptSpecimens,
  }: Pick<WalletPorts, 'database' | 'now' | 'randomId' | 'acceptSpecimens'>,
  { device, credential }: Holder,
  count: number,
): Promise<Handles> {
  requireValid(credential, now())
  const unlock = await requireUnlock({ database, now }, { device })
  const expiresAt = new Date(Math.min(now() + HANDLE_LIFE_MS, credential.expiresAt.getTime()))
  // Counted in a transaction before they are made: a count outside of it would let many simultaneous requests through.
  await database.transaction((transaction) =>
    takeSlots(transaction, handleCap(device._id), { id: randomId(), count, until: expiresAt }, now()),
  )
  const made: Handle[] = Array.from({ length: count }, () => ({
    _id: randomId(),
    citizenId: device.citizenId,
    credentialId: credential._id,
    deviceId: device._id,
    unlock,
    expiresAt,
  }))
  const handles = database.in(HANDLES)
  await Promise.all(made.map((handle) => handles.insert(handle)))
  const until = (rule: UnlockRuleName) =>
    unixSeconds(goodUntil(unlock, rule, expiresAt.getTime(), acceptSpecimens))
  const times = {
    expiresAt: unixSeconds(expiresAt),
    goodUntil: Object.fromEntries(
      RULES.map((rule) => [rule, until(rule)]),
    ) as Handles['handles'][number]['goodUntil'],
  }
  return { handles: made.map(({ _id }) => ({ handle: _id, ...times })) }
}
