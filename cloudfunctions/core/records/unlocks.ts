import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const UNLOCKS = defineCollection<UnlockRecord>('unlocks', {
  id: 'blind',
  clear: ['citizenId'],
  sealedBy: 'pin',
  vouchedBy: 'record',
})

/** What the server knows of a phone's PIN. `_id` is that of the device. */
export interface UnlockRecord extends Stored {
  readonly citizenId: string
  /** Slow fingerprint of device and PIN under a key that `wallet` alone holds (core/crypto/pin-hash.ts). */
  readonly pin: string
  readonly setAt: Date
  /** Wrong tries in a row. */
  readonly failures: number
  readonly lockedUntil: Date
  /** When the right PIN was entered last. */
  readonly unlockedAt: Date
}
