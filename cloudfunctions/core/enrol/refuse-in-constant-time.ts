import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import type { EnrolPorts } from './enrol-ports'

/** What is answered once the registry was asked and nobody was proven, whatever the reason. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['PROOFING_RETRY', 'PROOFING_REFUSED'])

/** Refusals leave at whole steps of this, counted from the submission: longer than what tells one from another. */
export const REFUSAL_STEP_MS = 3000

/**
 * Keeps a refusal back until its time tells little: a registry answers faster for a number that it does not know, and a
 * name that does not fit is found out before any face is compared.
 */
export async function refuseInConstantTime<T>(
  { now, wait }: Pick<EnrolPorts, 'now' | 'wait'>,
  work: () => Promise<T>,
): Promise<T> {
  const began = now()
  try {
    return await work()
  } catch (error) {
    if (error instanceof NanshaError && REFUSALS.has(error.code))
      await wait(REFUSAL_STEP_MS - ((now() - began) % REFUSAL_STEP_MS))
    throw error
  }
}
