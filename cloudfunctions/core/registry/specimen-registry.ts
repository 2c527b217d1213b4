import { normaliseName } from '@nansha/shared/person-name'
import type { MatchFaces } from '../clients/match-faces'
import { type BlindIndex, numberIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { Database } from '../platform/database'
import { SPECIMENS, type Specimen, type SpecimenPerson } from '../records/specimens'
import type { GuidedRegistry } from './population-registry'

/** Where {@link Specimen.person} of `id` is sealed. */
export function specimenPlace(id: string) {
  return { collection: SPECIMENS, id, field: 'person' }
}

export interface SpecimenRegistryPorts {
  readonly database: Database
  readonly index: BlindIndex
  readonly envelopes: Envelopes
  readonly matchFaces: MatchFaces
}

/**
 * The embedded registry of synthetic citizens, for laptops and tests: names compared in their one spelling, faces by our own matcher
 * against the registry's own portrait. The applicant's card is never looked at here.
 */
export function createSpecimenRegistry(ports: SpecimenRegistryPorts): GuidedRegistry {
  return {
    name: 'specimen',
    assurance: 'specimen',
    async compare({ name, idNumber, photos }) {
      const id = numberIndex(ports.index, idNumber)
      const specimen = await ports.database.collection<Specimen>(SPECIMENS).get(id)
      if (!specimen) return 'refused'
      const person = ports.envelopes.openJson<SpecimenPerson>(specimenPlace(id), specimen.person)
      if (normaliseName(person.name) !== normaliseName(name)) return 'refused'
      const compared = await ports.matchFaces(photos.all, { fileId: specimen.portraitFile })
      if (!compared.ok) return 'refused'
      return ({ match: 'confirmed', refer: 'unsure', 'no-match': 'refused' } as const)[
        compared.match.decision
      ]
    },
  }
}
