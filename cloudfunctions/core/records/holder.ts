import type { Credential } from './credentials'
import type { Device } from './devices'

/** Whose phone signed the request, and the credential on it. */
export interface Holder {
  readonly device: Device
  readonly credential: Credential
}
