import { startOfDayInChina } from '@nansha/shared/age-in-china'
import type { CheckFigures } from '@nansha/shared/api/verify'
import { DAY_MS, SECOND_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { CARD_CHECKS } from '../records/card-checks'
import { USES } from '../records/uses'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/**
 * Counts a day's checks of an organisation, for its managers.
 *
 * @param day `YYYY-MM-DD` in China
 * @throws NanshaError STAFF_NOT_ENTITLED, CALLER_FORBIDDEN for a clerk
 */
export async function countChecks(
  { database }: Pick<VerifyPorts, 'database'>,
  account: AccountKey,
  day: string,
): Promise<CheckFigures> {
  const { staff, organisation } = await findDesk({ database }, account)
  if (staff.role !== 'manager') throw new NanshaError('CALLER_FORBIDDEN')
  const { command } = database
  const from = startOfDayInChina(day)
  const at = command.and(command.gte(new Date(from)), command.lt(new Date(from + DAY_MS)))
  const during = { organisationId: organisation._id, at }
  const states = { shown: 0, accepted: 0, refused: 0, disputed: 0 }
  const seconds: number[] = []
  for await (const { state, at: seen, decidedAt } of database.in(USES).scan(during)) {
    states[state]++
    if (decidedAt) seconds.push((decidedAt.getTime() - seen.getTime()) / SECOND_MS)
  }
  const cards = { matches: 0, differs: 0, missing: 0 }
  for await (const { card } of database.in(CARD_CHECKS).scan(during)) cards[card]++
  return { day, ...states, cards, ...(seconds.length > 0 && { medianSeconds: median(seconds) }) }
}

/** @param values at least one. @returns rounded */
function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return Math.round((low + high) / 2)
}
