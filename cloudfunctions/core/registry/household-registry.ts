import { type GuardedChild, isChild } from '@nansha/shared/children/child-card'
import { NanshaError } from '@nansha/shared/errors'
import { normaliseName } from '@nansha/shared/person-name'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import type { ProvenHolder } from './document-registry'

/** Who says whose guardian somebody is: the register of households. */
export interface HouseholdRegistry {
  /**
   * @param guardian as the identity on the phone was proven
   * @param child as its card says
   * @returns the child, or null unless the register has it and names that person as its guardian
   * @throws NanshaError DOCUMENT_REGISTRY_DOWN when there was no answer: then nothing is known
   */
  find(guardian: ProvenHolder, child: ProvenHolder): Promise<GuardedChild | null>
}

/**
 * Asks whether somebody is the guardian of a child, and for the child as the register has it.
 *
 * @param registry null where no children's cards are issued
 * @param now Unix milliseconds
 * @throws NanshaError DOCUMENT_UNAVAILABLE, CHILD_NOT_IN_HOUSEHOLD, CHILD_OF_AGE by the register's date of birth,
 *   DOCUMENT_REGISTRY_DOWN also for an answer about another person, or one that contradicts the number
 */
export async function askHousehold(
  registry: HouseholdRegistry | null,
  guardian: ProvenHolder,
  child: ProvenHolder,
  now: number,
): Promise<GuardedChild> {
  if (!registry) throw new NanshaError('DOCUMENT_UNAVAILABLE')
  const found = await registry.find(guardian, child)
  if (!found) throw new NanshaError('CHILD_NOT_IN_HOUSEHOLD')
  if (!isOf(found, child)) throw new NanshaError('DOCUMENT_REGISTRY_DOWN')
  if (!isChild(found.birthdate, now)) throw new NanshaError('CHILD_OF_AGE')
  return found
}

function isOf(found: GuardedChild, { name, idNumber }: ProvenHolder): boolean {
  const number = parseResidentNumber(found.id_number)
  return (
    number.ok &&
    number.number === idNumber &&
    number.birthdate === found.birthdate &&
    number.sex === found.sex &&
    normaliseName(found.name) === normaliseName(name)
  )
}
