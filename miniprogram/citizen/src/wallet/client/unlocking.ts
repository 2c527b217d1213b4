import type { Ask } from '@nansha/kit/cloud/ask'
import { CONSENT_VERSION, type EnrolBegun, type EnrolEvent, type FaceShown } from '@nansha/shared/api/enrol'
import type { BiometricChallenge } from '@nansha/shared/api/wallet-answers'
import type { SignAndSend } from './sign-and-send'

/** Comparing faces on a cold function takes its time. */
const FACE_TIMEOUT_MS = 60_000

/** How the holder proves that it is they who hold the phone: by PIN, by the phone's own lock, by face. */
export interface UnlockingClient {
  /** @param old the PIN until now; left out where the face was just seen. @throws NanshaError FACE_REQUIRED, UNLOCK_REQUIRED, … */
  setPin(pin: string, old?: string): Promise<void>
  /** @param pin six digits. @throws NanshaError PIN_WRONG with `left`, PIN_NONE, PIN_BLOCKED, ATTEMPTS_EXHAUSTED */
  unlock(pin: string): Promise<void>
  /** What the phone's chip is to sign, good once. @throws NanshaError UNLOCK_REQUIRED the first time, until the PIN was entered */
  fetchChallenge(): Promise<string>
  /** @param result of the phone's chip */
  unlockWithBiometric(result: { readonly json: string; readonly signature: string }): Promise<void>
  /** Opens a showing of the holder's face, to which they have just agreed. */
  beginFace(): Promise<EnrolBegun>
  /** Has it decided, once it was filmed. @throws NanshaError FACE_UNCONFIRMED, … */
  submitFace(enrolmentId: string): Promise<FaceShown>
}

/** @param ask asks the function `enrol`, which decides faces */
export function createUnlockingClient(send: SignAndSend, ask: Ask): UnlockingClient {
  const toEnrol =
    (action: 'face-begin' | 'face-submit') =>
    <Result>(request: string): Promise<Result> =>
      ask('enrol', { action, request } satisfies EnrolEvent, { timeoutMs: FACE_TIMEOUT_MS })

  return {
    setPin: async (pin, old) =>
      void (await send({ action: 'set-pin', pin, ...(old !== undefined && { old }) })),
    unlock: async (pin) => void (await send({ action: 'unlock', pin })),
    fetchChallenge: async () => (await send<BiometricChallenge>({ action: 'biometric-challenge' })).challenge,
    unlockWithBiometric: async ({ json, signature }) =>
      void (await send({ action: 'biometric-unlock', json, signature })),
    beginFace: () => {
      const consent = { face: true, version: CONSENT_VERSION }
      return send<EnrolBegun>({ action: 'face-begin', consent }, toEnrol('face-begin'))
    },
    submitFace: (enrolment) => send<FaceShown>({ action: 'face-submit', enrolment }, toEnrol('face-submit')),
  }
}
