import { SCENARIOS, type ScenarioName, type UnlockMethod } from '@nansha/shared/scenarios'

/** By what the subject was recognised: a ticket that the cloud consumed, or a pass that this device verified alone. */
export type Evidence = {
  /** With `pin` the attendant must compare the portrait. */
  readonly unlock: UnlockMethod
} & (
  | { readonly form: 'ticket'; readonly useId: string }
  | {
      readonly form: 'pass'
      readonly passId: string
      /** The text of the proof frame, to be reported. */
      readonly proof: string
      /** Seconds since the offline data was signed. */
      readonly dataAge: number
    }
)

/** A person whose code is genuine; whether it is theirs only a look at the portrait tells. */
export interface Subject {
  readonly scenario: ScenarioName
  readonly claims: Readonly<Record<string, string | boolean>>
  /** WebP, base64. Absent for a pass whose portrait frame was not seen: then nothing becomes green. */
  readonly portrait?: string
  /** Unix seconds. */
  readonly at: number
  readonly evidence: Evidence
}

/**
 * What a compared subject may be told: `by-card` where there was no portrait to compare and the physical card was looked
 * at; `under-age` for a genuine proof that says no.
 */
export type Outcome = 'accepted' | 'by-card' | 'under-age'

export function outcomeOf({ claims, portrait }: Subject): Outcome {
  if (claims['age_equal_or_over.18'] === false) return 'under-age'
  return portrait === undefined ? 'by-card' : 'accepted'
}

/** Whether no face was seen lately although the scenario asks for one, so that all hangs on the look at the portrait. */
export function hangsOnTheLook({ scenario, evidence }: Subject): boolean {
  return evidence.unlock === 'pin' && SCENARIOS[scenario].unlock !== 'pin-or-biometric'
}
