import { ageInChina } from '@nansha/shared/age-in-china'
import type { ClaimName } from '@nansha/shared/claims'
import { disclosedBy } from '@nansha/shared/documents/disclosed'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, CITIZENS } from '../records/citizens'
import { HELD_DOCUMENTS, heldDocumentId } from '../records/held-documents'
import type { VerifyPorts } from './verify-ports'

export type Claims = Readonly<Record<string, string | boolean>>

/** What is known of a citizen, opened for one disclosure. */
export interface OpenedCitizen {
  /** Of `names`, those that are known; the portrait is not among them. */
  claims(names: readonly ClaimName[]): Claims
  /** WebP. */
  portrait(): Buffer
}

/**
 * Opens what is known of a citizen; null when the citizen has deleted it.
 *
 * @param document the further document that is disclosed too
 */
export async function openCitizen(
  { database, envelopes, now }: Pick<VerifyPorts, 'database' | 'envelopes' | 'now'>,
  citizenId: string,
  document?: DocumentType,
): Promise<OpenedCitizen | null> {
  const citizen = await database.in(CITIZENS).get(citizenId)
  const held = document && (await database.in(HELD_DOCUMENTS).get(heldDocumentId(citizenId, document)))
  if (!citizen || (document && !held)) return null
  return {
    claims(names) {
      const known = CITIZEN_CLAIMS.open(envelopes, citizen)
      const all: Partial<Record<ClaimName, string | boolean>> = {
        ...known,
        ...(held && disclosedBy(held.document)),
        id_number_last4: known.id_number.slice(-4),
        'age_equal_or_over.18': ageInChina(known.birthdate, now()) >= 18,
      }
      return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])))
    },
    portrait: () => CITIZEN_PORTRAIT.open(envelopes, citizen),
  }
}
