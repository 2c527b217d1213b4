import type { Corrections } from '@nansha/shared/api/enrol'
import {
  IDENTITY_DOCUMENTS,
  type IdentityDocument,
  identityDocumentOf,
} from '@nansha/shared/identity-document'
import { normaliseName } from '@nansha/shared/person-name'
import { plainText } from '@nansha/shared/plain-text'
import { FaceFault } from '../clients/face-answer'
import type { MatchFaces } from '../clients/match-faces'
import type { Envelopes } from '../crypto/envelope'
import type { Database } from '../platform/database'
import { SPECIMEN_PERSON, SPECIMENS, type SpecimenPerson } from '../records/specimens'
import type { GuidedRegistry } from './population-registry'

export interface SpecimenRegistryPorts {
  readonly database: Database
  readonly envelopes: Envelopes
  readonly matchFaces: MatchFaces
}

/**
 * The embedded registry of synthetic citizens, for laptops and tests: names compared in their one spelling, faces by
 * the function `face` against the registry's own portrait. The applicant's card is never looked at here.
 */
export function createSpecimenRegistry(ports: SpecimenRegistryPorts): GuidedRegistry {
  return {
    name: 'specimen',
    assurance: 'specimen',
    documents: Object.keys(IDENTITY_DOCUMENTS) as IdentityDocument[],
    async compare({ name, idNumber, document, corrections, photos }) {
      if (identityDocumentOf(idNumber) !== document) return 'refused'
      const specimen = await ports.database.in(SPECIMENS).get(idNumber)
      if (!specimen) return 'refused'
      const person = SPECIMEN_PERSON.open(ports.envelopes, specimen)
      if (normaliseName(person.name) !== normaliseName(name)) return 'refused'
      if (contradicts(person, corrections)) return 'refused'
      const faces = await ports
        .matchFaces(photos.all, { fileId: specimen.portraitFile })
        .then(({ decision }) => decision, asNoMatch)
      return ({ match: 'confirmed', refer: 'unsure', 'no-match': 'refused' } as const)[faces]
    },
  }
}

/** A photo that cannot be judged is like nobody. */
function asNoMatch(error: unknown): 'no-match' {
  if (error instanceof FaceFault) return 'no-match'
  throw error
}

/** Whether a correction of what was read off the card differs from the record. */
function contradicts(person: SpecimenPerson, { ethnicity, address }: Corrections = {}): boolean {
  const isOtherGroup = ethnicity !== undefined && ethnicity !== (person.ethnicity ?? '')
  return isOtherGroup || (address !== undefined && address !== plainText(person.address ?? ''))
}
