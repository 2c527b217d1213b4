import type { SpecimenDocuments, SpecimenHousehold } from '@nansha/shared/api/specimen'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'
import { sealedJson } from './sealed-field'

export const SPECIMENS = defineCollection<Specimen>('specimens', {
  id: 'blind',
  clear: ['person', 'portraitFile'],
})

/** A synthetic citizen of the embedded registry. `_id` is the resident number. */
export interface Specimen extends Stored {
  /** {@link SpecimenPerson} as JSON, sealed at `specimens/<_id>/person`. */
  readonly person: Envelope<SpecimenPerson>
  /** The registry's portrait, a file under `specimens/`. */
  readonly portraitFile: string
}

export const SPECIMEN_PERSON = sealedJson(SPECIMENS, 'person')

export interface SpecimenPerson {
  readonly name: string
  /** Absent when the card has no such field. */
  readonly ethnicity?: string
  /** Absent when the card has no such field. */
  readonly address?: string
  /** What the embedded registries of documents know of them. */
  readonly documents?: SpecimenDocuments
  /** What the embedded register of households knows of a child. */
  readonly household?: SpecimenHousehold
}
