import type { Transaction } from '../platform/database'
import { ATTEMPTS } from '../records/attempts'
import { type AttemptPorts, countTry, takeBackTry } from './attempts'

/** Other faces on a phone that cost nothing: bad light, a child who holds the phone. */
const FREE = 3

/**
 * Counts a showing of the face on a phone as failed before it is looked at: nobody who took a phone may try faces without
 * end. It bears on that phone alone.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export function countRecheck(ports: AttemptPorts, deviceId: string): Promise<void> {
  return ports.database.transaction(
    async (transaction) =>
      void (await countTry(transaction, { id: counterOf(ports, deviceId), free: FREE }, ports.now())),
  )
}

/** Nothing was decided: the try does not count. */
export function forgiveRecheck(ports: AttemptPorts, deviceId: string): Promise<void> {
  return ports.database.transaction((transaction) =>
    takeBackTry(transaction, counterOf(ports, deviceId), ports.now()),
  )
}

/** The holder was seen: earlier failures no longer matter. */
export async function clearRechecks(
  ports: Pick<AttemptPorts, 'index'>,
  transaction: Transaction,
  deviceId: string,
): Promise<void> {
  await transaction.in(ATTEMPTS).remove(counterOf(ports, deviceId))
}

function counterOf({ index }: Pick<AttemptPorts, 'index'>, deviceId: string): string {
  return index('rechecks', deviceId)
}
