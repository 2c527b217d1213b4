import { Refused } from './refused'
import type { Transaction, VerifiedAnswer } from './relying-party'

/** Seconds that a QR is good for; a page shows the next one before they are over. */
export const LINK_SECONDS = 60
/** More open transactions than any website has in some minutes; beyond, the oldest are forgotten. */
export const MOST_OPEN = 10_000

/** How the citizen came to the wallet: by a QR on another screen, or by a link on the same phone. */
export type Flow = 'cross-device' | 'same-device'

interface Open {
  readonly transaction: Transaction
  readonly session: string
  readonly flow: Flow
  opened: boolean
  answer: VerifiedAnswer | undefined
  declined: boolean
  responseCode: string | undefined
  tries: number
  /** Unix milliseconds. */
  until: number
}

/**
 * The transactions that are open, each with how far it has come, in memory.
 *
 * @param now Unix milliseconds
 */
export function createOpenTransactions(now: () => number) {
  const open = new Map<string, Open>()

  /** @throws Refused TRANSACTION_UNKNOWN, TRANSACTION_EXPIRED */
  const find = (id: string): Open => {
    const found = open.get(id)
    if (!found) throw new Refused('TRANSACTION_UNKNOWN')
    if (now() > found.until) throw new Refused('TRANSACTION_EXPIRED')
    return found
  }

  return {
    add(transaction: Transaction, session: string, flow: Flow): void {
      for (const [id, { until }] of open) if (until < now() || open.size >= MOST_OPEN) open.delete(id)
      open.set(transaction.id, {
        transaction,
        session,
        flow,
        opened: false,
        answer: undefined,
        declined: false,
        responseCode: undefined,
        tries: 0,
        until: now() + LINK_SECONDS * 1000,
      })
    },
    find,
    /** @throws Refused SESSION_MISMATCH as well, when another browser session began it */
    ofSession(session: string, id: string): Open {
      const found = find(id)
      if (found.session !== session) throw new Refused('SESSION_MISMATCH')
      return found
    },
    /** Closes it. @throws Refused TRANSACTION_UNKNOWN when it has no answer */
    finish({ transaction, answer }: Open): VerifiedAnswer {
      open.delete(transaction.id)
      if (!answer) throw new Refused('TRANSACTION_UNKNOWN')
      return answer
    },
    delete: (id: string): void => void open.delete(id),
    all: (): Iterable<Open> => open.values(),
  }
}
