import { unixSeconds } from '@nansha/shared/clock/durations'
import { ROTATION_SECONDS } from '@nansha/shared/ticket/ticket'

/** A code is signed this long before its slot begins, so that turning over never waits for a signature. */
const PREPARE_SECONDS = 3

export interface SignedSlot {
  /** Unix seconds: the beginning of the slot and the `iat` of what was signed. */
  readonly issuedAt: number
  /** Of the QR. */
  readonly text: string
}

export interface Rotation {
  readonly current: SignedSlot
  readonly next?: SignedSlot
}

/**
 * The code to show now, and the following one once it is near. Slots lie on a fixed grid of corrected time, so
 * a clock correction, a long pause in the background or a late timer needs no case of its own.
 *
 * @param previous what the last call returned; the same object comes back when nothing changes
 * @param now corrected time, Unix milliseconds
 * @param sign makes the ticket, or the proof frame of a pass, for an `iat` in Unix seconds
 */
export function rotateCode(
  previous: Rotation | undefined,
  now: number,
  sign: (issuedAt: number) => string,
): Rotation {
  const issuedAt = slotAt(now)
  const isNextNear = secondsLeft(now) <= PREPARE_SECONDS
  const known = (at: number) => [previous?.current, previous?.next].find((slot) => slot?.issuedAt === at)
  if (previous?.current.issuedAt === issuedAt && (!isNextNear || previous.next)) return previous

  const slot = (at: number): SignedSlot => known(at) ?? { issuedAt: at, text: sign(at) }
  return isNextNear
    ? { current: slot(issuedAt), next: slot(issuedAt + ROTATION_SECONDS) }
    : { current: slot(issuedAt) }
}

/** @returns seconds until the shown code is replaced, in (0, ROTATION_SECONDS], with fractions. */
export function secondsLeft(now: number): number {
  return slotAt(now) + ROTATION_SECONDS - now / 1000
}

function slotAt(now: number): number {
  const seconds = unixSeconds(now)
  return seconds - (seconds % ROTATION_SECONDS)
}
