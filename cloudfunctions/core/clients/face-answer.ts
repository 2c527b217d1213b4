import { ERRORS, type ErrorCode, NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'

const PhotoCode = v.custom<ErrorCode>(
  (code) => typeof code === 'string' && code in ERRORS && /^(FACE|IMAGE|LIVENESS)_/.test(code),
)
/** Why a photo could not be judged, and which: of a pair, or the step of the challenge. */
const Refusal = v.object({
  ok: v.literal(false),
  code: PhotoCode,
  details: v.object({
    which: v.optional(v.picklist(['probe', 'reference'])),
    step: v.optional(v.number()),
  }),
})
type Refusal = v.InferOutput<typeof Refusal>
export type FaceFault = Pick<Refusal, 'code'> & Refusal['details']

/** A cold container loads its models first. With a registry's ten seconds it stays within `enrol`'s own minute. */
const TIMEOUT_MS = 40_000

/**
 * Calls the function `face`.
 *
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or an unknown one
 */
export async function callFace<Schema extends v.GenericSchema>(
  callFunction: CallFunction,
  event: object,
  found: Schema,
): Promise<{ ok: true; found: v.InferOutput<Schema> } | { ok: false; fault: FaceFault }> {
  const answered = await callFunction('face', event, TIMEOUT_MS).catch(() => null)
  const refusal = v.safeParse(Refusal, answered)
  if (refusal.success) {
    const { code, details } = refusal.output
    return { ok: false, fault: { code, ...details } }
  }
  const answer = v.safeParse(v.intersect([v.object({ ok: v.literal(true) }), found]), answered)
  if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
  return { ok: true, found: answer.output }
}
