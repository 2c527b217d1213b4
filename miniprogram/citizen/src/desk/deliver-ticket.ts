import { NanshaError, UNANSWERED } from '@nansha/shared/errors'

export interface Delivery {
  /** Hands the ticket over once. */
  readonly send: () => Promise<void>
  /** Unix milliseconds: later the desk would refuse the ticket for its age. */
  readonly goodUntil: number
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  /** Waits a moment between two tries. */
  readonly pause: () => Promise<void>
}

/**
 * Sends a ticket until the server has answered. Without network a lost request and a lost answer look alike; the same
 * ticket again changes nothing, while another one would be refused as a second answer.
 *
 * @throws NanshaError of the last try
 */
export async function deliverTicket({ send, goodUntil, now, pause }: Delivery): Promise<void> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      const isLost = error instanceof NanshaError && UNANSWERED.has(error.code)
      if (!isLost || now() >= goodUntil) throw error
      await pause()
    }
  }
}
