import { ERRORS, type ErrorCode, NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'

const PhotoCode = v.custom<ErrorCode>(
  (code) => typeof code === 'string' && code in ERRORS && /^(FACE|IMAGE|LIVENESS)_/.test(code),
)
const Success = v.object({ ok: v.literal(true) })
const Refusal = v.object({
  ok: v.literal(false),
  code: PhotoCode,
  details: v.object({
    which: v.optional(v.picklist(['probe', 'reference'])),
    step: v.optional(v.number()),
  }),
})

/** Why a photo could not be judged, and which: of a pair, or the step of the challenge. */
export class FaceFault extends Error {
  readonly which: 'probe' | 'reference' | undefined
  readonly step: number | undefined

  constructor(
    readonly code: ErrorCode,
    { which, step }: v.InferOutput<typeof Refusal>['details'] = {},
  ) {
    super(code)
    this.name = 'FaceFault'
    this.which = which
    this.step = step
  }
}

/**
 * Of the time left: 40 seconds of `enrol`'s minute, within which a registry's ten stay. A cold container loads its models first.
 */
const SHARE = 2 / 3

/**
 * Calls the function `face`.
 *
 * @throws FaceFault when a photo cannot be judged
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or an unknown one
 */
export async function callFace<Schema extends v.GenericSchema>(
  callFunction: CallFunction,
  event: object,
  found: Schema,
): Promise<v.InferOutput<Schema>> {
  const answered = await callFunction('face', event, SHARE).catch(() => null)
  const refusal = v.safeParse(Refusal, answered)
  if (refusal.success) throw new FaceFault(refusal.output.code, refusal.output.details)
  const answer = v.safeParse(found, answered)
  if (!v.is(Success, answered) || !answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
  return answer.output
}

/**
 * Words what is thrown when a photo cannot be judged, for use with `catch`; every other error stays as it is.
 *
 * @param refusal the refusal that the person is told
 */
export function wordFaceFault(refusal: (fault: FaceFault) => NanshaError): (error: unknown) => never {
  return (error) => {
    throw error instanceof FaceFault ? refusal(error) : error
  }
}
