import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'

export const SPECIMENS = 'specimens'

/** A synthetic citizen of the embedded registry. `_id` is the blind index of the number. */
export interface Specimen extends Stored {
  /** {@link SpecimenPerson} as JSON, sealed at `specimens/<_id>/person`. */
  readonly person: Envelope
  /** The registry's portrait, a file under `specimens/`. */
  readonly portraitFile: string
}

export interface SpecimenPerson {
  readonly name: string
  /** Absent for somebody whose card has no such field. */
  readonly ethnicity?: string
  readonly address: string
}
