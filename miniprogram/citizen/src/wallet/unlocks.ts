import { codeOf } from '@nansha/kit/cloud/ask'
import type { ChipResult } from '@nansha/kit/device/biometric'
import type { FaceShown } from '@nansha/shared/api/enrol'
import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { UnlockingClient } from './client/unlocking'
import type { HeldWallet } from './held-wallet'
import type { Stocks } from './stocks'

/** Passes for gates that were released upon a face last half an hour. After the PIN, those that end sooner than this are replaced. */
const LASTING_MS = 12 * HOUR_MS

/** How the holder is proven; each time the phone then fetches what the server releases for a while. */
export interface Unlocks {
  /** Sets the PIN, or proves it: what the server releases in the next minutes is good for every scenario. */
  setPin(pin: string, old?: string): Promise<void>
  unlock(pin: string): Promise<void>
  /**
   * Proves the owner of the phone by its own lock; what the server releases then is good where no fresh face is asked for.
   *
   * @param sign has the chip sign a challenge; `undefined` when the owner gave up
   * @returns whether it came to anything
   */
  unlockWithBiometric(sign: (challenge: string) => Promise<ChipResult | undefined>): Promise<boolean>
  /** Has a showing of the face decided; what the server releases then is good wherever a face is asked for. */
  submitFace(enrolmentId: string): Promise<FaceShown>
}

export function createUnlocks(client: UnlockingClient, held: HeldWallet, stocks: Stocks): Unlocks {
  const proveByPin = async (work: Promise<void>) => {
    try {
      await work
    } catch (error) {
      if (codeOf(error) === 'PIN_NONE') await held.unmarkPin()
      throw error
    }
    await held.markPin()
    void stocks.prefetch(LASTING_MS) // the server releases for a few minutes now, and for the whole day
  }

  return {
    setPin: (pin, old) => proveByPin(client.setPin(pin, old)),
    unlock: (pin) => proveByPin(client.unlock(pin)),
    async unlockWithBiometric(sign) {
      const result = await sign(await client.fetchChallenge())
      if (!result) return false
      await client.unlockWithBiometric(result)
      void stocks.prefetch()
      return true
    },
    async submitFace(enrolmentId) {
      const shown = await client.submitFace(enrolmentId)
      held.store.dispatch({ type: 'face-shown', seenAt: shown.seenAt })
      void stocks.prefetch()
      return shown
    },
  }
}
