import type { Corrections } from '@nansha/shared/api/enrol'
import type { IdentityDocument } from '@nansha/shared/identity-document'
import type { Assurance } from '@nansha/shared/scenarios'
import type { StoredPhoto } from '../clients/match-faces'
import type { Account } from '../platform/caller'
import type { RegistryDecision, RegistryName } from '../records/decisions'
import type { PlatformSession } from '../records/enrolments'

/** Photos of the living applicant, as captured for this enrolment. */
export interface LivePhotos {
  /**
   * In this cloud's storage, with the digests of the pictures that were compared with the card; each file is checked
   * against its digest when read.
   */
  readonly all: readonly StoredPhoto[]
  /** The one that desks will see: JPEG, PNG or WebP. */
  shown(): Promise<Buffer>
}

export interface Applicant {
  readonly name: string
  /** Parsed: 18 characters with a right check character. */
  readonly idNumber: string
  /** What the number is printed on; one of {@link Registry.documents}. */
  readonly document: IdentityDocument
  /** What they wrote otherwise than their card was read, for a registry that knows it. */
  readonly corrections?: Corrections
  readonly account: Account
  readonly photos: LivePhotos
  /** Of {@link PlatformCapture.open}; null when this registry captures nothing itself. */
  readonly session: PlatformSession | null
  /** What the national app gave the phone for the serial of the session; null where {@link PopulationRegistry.networkId} is not set. */
  readonly idCardAuthData: string | null
}

interface Registry {
  readonly name: RegistryName
  /** The kinds of document whose holders it knows. */
  readonly documents: readonly IdentityDocument[]
  /** @throws NanshaError SERVICE_UNAVAILABLE when the registry gave no answer: then nothing was decided */
  compare(applicant: Applicant): Promise<RegistryDecision>
}

/** Sees the person through the app's own camera only: no confirmation is worth more than that camera. */
export interface GuidedRegistry extends Registry {
  readonly assurance: Extract<Assurance, 'specimen' | 'guided-face'>
  readonly capture?: undefined
  readonly networkId?: undefined
}

/** Has the platform film the person, before the submission. */
export interface FilmingRegistry extends Registry {
  readonly assurance: Extract<Assurance, 'platform-face' | 'face+registry'>
  readonly capture: PlatformCapture
  /** Set when the person must show their national network ID too, for the serial of the session. */
  readonly networkId?: NetworkIdApplication
}

/** Who says which name belongs to a number and what its holder looks like: the state, through one of its channels. */
export type PopulationRegistry = GuidedRegistry | FilmingRegistry

/** Of whom the platform films. */
type Filmed = Pick<Applicant, 'name' | 'idNumber' | 'account'>

export interface PlatformCapture {
  /** @throws NanshaError SERVICE_UNAVAILABLE */
  open(applicant: Filmed): Promise<PlatformSession>
  /**
   * What came of a filming: whether its session was opened for this name and number, and their holder was filmed.
   *
   * @throws NanshaError SERVICE_UNAVAILABLE
   */
  query(session: PlatformSession | null, applicant: Filmed): Promise<RegistryDecision>
}

/** How the national platform names this deployment: what it assigned to the institution, and to the mini-program. */
export interface NetworkIdApplication {
  readonly orgId: string
  readonly businessId: string
}
