import { parseResidentNumber } from '@nansha/shared/resident-number'
import { SPECIMEN_PERSON, SPECIMENS } from '../records/specimens'
import type { HouseholdRegistry } from './household-registry'
import type { SpecimenDocumentPorts } from './specimen-documents'

/** The embedded register of households: the guardians that were registered with each synthetic child. */
export function createSpecimenHousehold({ database, envelopes }: SpecimenDocumentPorts): HouseholdRegistry {
  return {
    async find(guardian, child) {
      const specimen = await database.in(SPECIMENS).get(child.idNumber)
      const number = parseResidentNumber(child.idNumber)
      if (!specimen || !number.ok) return null
      const { name, ethnicity, address, household } = SPECIMEN_PERSON.open(envelopes, specimen)
      const named = household?.guardians.find(({ idNumber }) => idNumber === guardian.idNumber)
      if (!household || !named || name !== child.name) return null
      return {
        name,
        id_number: number.number,
        sex: number.sex,
        birthdate: number.birthdate,
        ...(ethnicity !== undefined && { ethnicity }),
        ...(address !== undefined && { address }),
        guardian_relation: named.relation,
        portrait: household.portrait,
      }
    },
  }
}
