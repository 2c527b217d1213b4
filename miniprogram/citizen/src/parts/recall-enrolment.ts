import type { Ask } from '@nansha/kit/cloud/ask'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { forgetKeptEnrolment, readKeptEnrolment, stepAfter } from './kept-enrolment'
import { UNFINISHED } from './unfinished-enrolment'

export interface RecallPorts {
  readonly storage: SecureStorage
  readonly ask: Ask
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

/** Offers to go on with an enrolment that was under way when the app was closed, for as long as the server holds it open. */
export async function recallEnrolment({ storage, ask, now }: RecallPorts): Promise<void> {
  const kept = await readKeptEnrolment(storage)
  if (kept === undefined) return
  const forget = () => forgetKeptEnrolment(storage).catch(() => undefined)
  const { enrolmentId, expiresAt } = kept.begun
  if (expiresAt * 1000 <= now()) return void (await forget())
  const discard = () => {
    UNFINISHED.dispatch(undefined)
    void forget()
    // Should this be lost, the server's own sweep deletes what was uploaded.
    ask('enrol', { action: 'cancel', enrolmentId }).catch(() => undefined)
  }
  UNFINISHED.dispatch({ step: stepAfter(kept), until: expiresAt, discard, kept })
}
