import { DAY_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { differences } from '../face/liveness/fingerprint'
import { SEEN_CAPTURES } from '../records/seen-captures'
import { SEEN_FRAMES } from '../records/seen-frames'
import type { EnrolPorts } from './enrol-ports'

const REMEMBERED_MS = 180 * DAY_MS
/** Captures that are remembered of one number. */
const REMEMBERED = 8
/**
 * Signs in which a frame that was encoded anew, halved or brightened differs from itself: 0 to 20 of 255, measured on the
 * cast. Two exposures a hand's breadth apart differ in 32 and more.
 */
const SAME_FRAME = 24

/** A frame of a capture: its SHA-256 and its fingerprint. */
export interface CapturedFrame {
  readonly digest: string
  readonly fingerprint: string
}

/**
 * Remembers the frames of a capture, and refuses a capture of which one frame was used before to the byte, in whatever
 * enrolment, or of which most were used before on this number and were encoded anew since.
 *
 * @param number blind index of the resident number
 * @throws NanshaError LIVENESS_STILL
 */
export async function requireNeverSeen(
  { database, now }: Pick<EnrolPorts, 'database' | 'now'>,
  number: string,
  frames: readonly CapturedFrame[],
): Promise<void> {
  const expiresAt = new Date(now() + REMEMBERED_MS)
  const seen = database.in(SEEN_FRAMES)
  const inserted = await Promise.all(frames.map(({ digest }) => seen.insert({ _id: digest, expiresAt })))
  const isRepeated = await database.transaction(async (transaction) => {
    const former = (await transaction.in(SEEN_CAPTURES).get(number))?.captures ?? []
    const capture = frames.map(({ fingerprint }) => fingerprint)
    const captures = [...former, capture].slice(-REMEMBERED)
    await transaction.in(SEEN_CAPTURES).put({ _id: number, captures, expiresAt })
    return former.some((other) => isSameCapture(capture, other))
  })
  if (isRepeated || inserted.includes('duplicate'))
    throw new NanshaError('LIVENESS_STILL', { which: 'selfie' })
}

function isSameCapture(capture: readonly string[], former: readonly string[]): boolean {
  const known = capture.filter((frame) => former.some((other) => differences(frame, other) <= SAME_FRAME))
  return known.length > capture.length / 2
}
