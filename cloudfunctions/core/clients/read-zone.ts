import { ERRORS, type ErrorCode, NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'

const Zone = v.object({
  ok: v.literal(true),
  /** Two lines of 44 characters, one behind the other. */
  zone: v.pipe(v.string(), v.regex(/^[A-Z0-9<]{88}$/)),
})
const Refusal = v.object({
  ok: v.literal(false),
  code: v.custom<ErrorCode>(
    (code) => typeof code === 'string' && code in ERRORS && /^(ZONE|IMAGE)_/.test(code),
  ),
})

/** Of the time left, as for a card. */
const SHARE = 2 / 3

/**
 * Reads the machine-readable zone of a passport off a stored photo.
 *
 * @throws NanshaError ZONE_UNREADABLE, IMAGE_…: what the next photo should do better; SERVICE_UNAVAILABLE
 */
export type ReadZone = (photo: string) => Promise<{ readonly zone: string }>

/** {@link ReadZone} by the function `document`. */
export function createReadZone(callFunction: CallFunction): ReadZone {
  return async (photo) => {
    const answered = await callFunction('document', { action: 'read-zone', photo }, SHARE).catch(() => null)
    const refusal = v.safeParse(Refusal, answered)
    if (refusal.success) throw new NanshaError(refusal.output.code)
    const answer = v.safeParse(Zone, answered)
    if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
    return { zone: answer.output.zone }
  }
}
