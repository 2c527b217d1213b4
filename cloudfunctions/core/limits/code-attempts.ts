import { dateInChina } from '@nansha/shared/age-in-china'
import type { Transaction } from '../platform/database'
import { type AttemptPorts, countTry, takeBackTry } from './attempts'

/** Whose tries of a short code are counted. */
export interface CodeTrier {
  readonly account: string
  readonly organisationId: string
}

/** Wrong codes of a day that cost nothing: slips of one person, and of everybody at an organisation's counters. */
const FREE = { account: 10, organisation: 60 } as const

/**
 * Admits a try of a short code, and counts it before it is made, for the person and for their organisation: eight digits
 * hold only while nobody may try many. Counters begin anew every day, or honest slips would add up.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export function countCodeTry(ports: AttemptPorts, trier: CodeTrier): Promise<void> {
  return ports.database.transaction(async (transaction) => {
    for (const counter of countersOf(ports, trier)) await countTry(transaction, counter, ports.now())
  })
}

/** The code was right: that try does not count. Earlier ones do, or a right code now and then would buy wrong ones. */
export async function takeBackCodeTry(
  ports: AttemptPorts,
  transaction: Transaction,
  trier: CodeTrier,
): Promise<void> {
  for (const { id } of countersOf(ports, trier)) await takeBackTry(transaction, id, ports.now())
}

function countersOf({ index, now }: AttemptPorts, { account, organisationId }: CodeTrier) {
  const day = dateInChina(now())
  return [
    { id: index('code-tries', 'account', account, day), free: FREE.account },
    { id: index('code-tries', 'organisation', organisationId, day), free: FREE.organisation },
  ]
}
