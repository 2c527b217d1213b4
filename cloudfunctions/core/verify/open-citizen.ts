import { ageInChina } from '@nansha/shared/age-in-china'
import type { ClaimName } from '@nansha/shared/claims'
import { disclosedBy } from '@nansha/shared/documents/disclosed'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { holderBy, type Subject } from '@nansha/shared/scenarios'
import { CHILD_CARDS, CHILD_PORTRAIT, type ChildCard, childCardId } from '../records/child-cards'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, CITIZENS, type Citizen } from '../records/citizens'
import { HELD_DOCUMENTS, type HeldDocument, heldDocumentId } from '../records/held-documents'
import type { UseSubject } from '../records/uses'
import type { VerifyPorts } from './verify-ports'

export type Claims = Readonly<Record<string, string | boolean>>

/** What is known of a person, opened for one disclosure. */
export interface OpenedCitizen {
  /** Whose phone showed it. */
  readonly holder: Citizen
  /** Whose identity it is, by which scenarios ask for other claims. */
  readonly subject: Subject
  /** Of `names`, those that are known; the portrait is not among them. */
  claims(names: readonly ClaimName[]): Claims
  /** Of `names`, those that are known; every identity has a portrait. */
  known(names: readonly ClaimName[]): ClaimName[]
  /** WebP. */
  portrait(): Buffer
}

type Opening = Pick<VerifyPorts, 'envelopes' | 'now'>
type Ports = Opening & Pick<VerifyPorts, 'database'>
type Known = { readonly [Name in ClaimName]?: string | boolean | undefined }

/**
 * Opens what is known of whoever was shown: the citizen, or the child whose card the citizen showed and of whom nothing of the
 * citizen's own is told but the name, as the guardian. Null when it was deleted.
 *
 * @param document the further document that is disclosed too
 */
export async function openSubject(
  ports: Ports,
  { citizenId, child }: Pick<UseSubject, 'citizenId' | 'child'>,
  document?: DocumentType,
): Promise<OpenedCitizen | null> {
  const { database } = ports
  const holder = await database.in(CITIZENS).get(citizenId)
  if (child) {
    const card = await database.in(CHILD_CARDS).get(childCardId(citizenId, child.place))
    // Another child may have the place since.
    return holder && card?.credentialId === child.credentialId ? openChild(ports, holder, card) : null
  }
  if (!document) return holder && openHolder(ports, holder)
  const held = await database.in(HELD_DOCUMENTS).get(heldDocumentId(citizenId, document))
  return holder && held && openHolder(ports, holder, held)
}

/** @param held the further document that is disclosed too */
export function openHolder(
  { envelopes, now }: Opening,
  holder: Citizen,
  held?: Pick<HeldDocument, 'document'>,
): OpenedCitizen {
  const own = CITIZEN_CLAIMS.open(envelopes, holder)
  const all: Known = { ...own, ...(held && disclosedBy(held.document)), ...derived(own, now()) }
  return {
    ...chooseFrom(all),
    holder,
    subject: holderBy(own),
    portrait: () => CITIZEN_PORTRAIT.open(envelopes, holder),
  }
}

export function openChild({ envelopes, now }: Opening, guardian: Citizen, card: ChildCard): OpenedCitizen {
  const { name: guardian_name } = CITIZEN_CLAIMS.open(envelopes, guardian)
  return {
    ...chooseFrom({ ...card.claims, guardian_name, ...derived(card.claims, now()) }),
    holder: guardian,
    subject: 'child',
    portrait: () => CHILD_PORTRAIT.open(envelopes, card),
  }
}

function derived(
  { id_number, birthdate }: { readonly id_number: string; readonly birthdate: string },
  now: number,
): Known {
  return {
    id_number_last4: id_number.slice(-4),
    'age_equal_or_over.18': ageInChina(birthdate, now) >= 18,
  }
}

function chooseFrom(all: Known): Pick<OpenedCitizen, 'claims' | 'known'> {
  return {
    claims: (names) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = all[name]
          return value === undefined ? [] : [[name, value]]
        }),
      ),
    known: (names) => names.filter((name) => name === 'portrait' || all[name] !== undefined),
  }
}
