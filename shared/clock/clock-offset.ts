import { HOUR_MS } from './durations'
/** The phone's idea of how far its clock is from the server's. */
export interface ClockOffset {
  /** Notes an answer's `serverTime` (Unix ms), which was made between `sentAt` and `receivedAt` on this phone's clock. */
  observe(serverTime: number, sentAt: number, receivedAt: number): void
  /** The server's time now, Unix ms. */
  now(): number
}

/**
 * Keeps the offset to server time. Of the answers seen, the one that came back fastest is the best witness: its error is
 * at most half its round trip. After an hour any newer answer counts for more, because clocks drift and people set them.
 *
 * @param localNow the phone's clock, Unix ms
 */
export function createClockOffset(localNow: () => number): ClockOffset {
  let best = { offset: 0, roundTrip: Number.POSITIVE_INFINITY, at: 0 }
  return {
    observe(serverTime, sentAt, receivedAt) {
      const roundTrip = receivedAt - sentAt
      if (roundTrip < 0) return // the clock was set in between
      const offset = serverTime - (sentAt + receivedAt) / 2
      const wasSet = Math.abs(offset - best.offset) > (roundTrip + best.roundTrip) / 2
      const isStale = receivedAt - best.at > HOUR_MS
      if (wasSet || isStale || roundTrip <= best.roundTrip) best = { offset, roundTrip, at: receivedAt }
    },
    now: () => Math.round(localNow() + best.offset),
  }
}
