import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const BIOMETRICS = defineCollection<Biometric>('biometrics', {
  id: 'blind',
  clear: ['citizenId'],
  sealedBy: 'pin',
  vouchedBy: 'record',
})

/** What the server knows of a phone's fingerprint or face lock. `_id` is that of the device. */
export interface Biometric extends Stored {
  readonly citizenId: string
  /** The chip that signs (`cpu_id` of SOTER), once one was accepted. */
  readonly chip: string | null
  /** When it was; worth nothing once the phone was bound anew. */
  readonly chipAt: Date
  /** 16 random bytes, base64url, to be signed once; null when none waits. */
  readonly challenge: string | null
  readonly challengeUntil: Date
  /** When the last signature was accepted. */
  readonly unlockedAt: Date
}
