import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { FROM_ABROAD } from '@nansha/shared/guest-report/guest-report'
import { isUnreported } from '@nansha/shared/stays/stay-states'
import type { Stay } from '../records/stays'

/** How long after their arrival the guests from abroad are reported at the latest. */
const WITHIN_MS = DAY_MS

/**
 * Until when the guests from abroad of a stay must be reported.
 *
 * @returns Unix seconds of the first of them, or `undefined` when there is none of whom the authority has not heard
 */
export function reportBy({
  state,
  party,
  trail,
}: Pick<Stay, 'state' | 'party' | 'trail'>): number | undefined {
  if (!isUnreported(state)) return undefined
  const received = Math.max(0, ...trail.map(({ cause, at }) => (cause === 'receipt' ? at.getTime() : 0)))
  const unheard = party
    .filter(({ kind, checkedAt }) => FROM_ABROAD.has(kind) && checkedAt.getTime() > received)
    .map(({ checkedAt }) => checkedAt.getTime())
  return unheard.length === 0 ? undefined : unixSeconds(Math.min(...unheard) + WITHIN_MS)
}
