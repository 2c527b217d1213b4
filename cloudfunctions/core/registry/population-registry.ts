import type { Assurance } from '@nansha/shared/scenarios'

/** A photo of the living applicant, as captured for this enrolment. */
export interface LivePhoto {
  /** In our storage. */
  readonly fileId: string
  /** JPEG, PNG or WebP. */
  bytes(): Promise<Buffer>
}

export interface Applicant {
  readonly name: string
  /** Parsed: 18 characters with a right check character. */
  readonly idNumber: string
  readonly selfie: LivePhoto
}

/**
 * `confirmed`: the registry knows this name under this number, and the photo shows that person. `unsure`: a clearer
 * photo may decide. `refused`: anything else, and it never says what.
 */
export type RegistryDecision = 'confirmed' | 'unsure' | 'refused'

/** Who says which name belongs to a number and what its holder looks like: the state, through one of its channels. */
export interface PopulationRegistry {
  readonly name: 'specimen' | 'tencentcloud' | 'wechat'
  /** What a confirmation of this registry is worth. */
  readonly assurance: Assurance
  /**
   * @throws NanshaError SERVICE_UNAVAILABLE when the registry gave no answer: then nothing was decided
   */
  compare(applicant: Applicant): Promise<RegistryDecision>
}
