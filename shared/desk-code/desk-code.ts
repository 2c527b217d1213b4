import type { ScenarioName } from '../scenarios'

export const DESK_CODE_TYPE = 'nansha-desk+jwt'
/** Seconds after which a desk's screen shows a new code. */
export const DESK_CODE_ROTATION = 30
/** Seconds that a holder has to scan a code, read who asks, and approve. */
export const DESK_CODE_SECONDS = 120

/** What a desk shows for scenarios that begin there: who asks, what for, and one chance to answer. */
export interface DeskCode {
  readonly issuerId: number
  readonly scenario: ScenarioName
  /** 16 random bytes, base64url: one presentation, to the one screen that shows it. */
  readonly nonce: string
  /** Unix seconds. */
  readonly iat: number
  /** As licensed; the holder sees it before anything is disclosed. */
  readonly name: { readonly zh: string; readonly en: string }
}
