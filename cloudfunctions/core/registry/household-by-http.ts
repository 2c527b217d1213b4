import { GuardedChild } from '@nansha/shared/children/child-card'
import { askByHttp, type HttpDocumentPorts } from './ask-by-http'
import type { HouseholdRegistry } from './household-registry'

/** A portrait of 20 kB as base64 in a JSON text that is base64url once more, and what else is said. */
const LARGEST_ANSWER = 49_152

/** The register of households over HTTPS. That somebody is no guardian is signed too. */
export function householdByHttp(ports: HttpDocumentPorts): HouseholdRegistry {
  return {
    find: (guardian, child) =>
      askByHttp(ports, {
        type: 'guardianship',
        about: {
          name: guardian.name,
          id_number: guardian.idNumber,
          child: { name: child.name, id_number: child.idNumber },
        },
        document: GuardedChild,
        largestAnswer: LARGEST_ANSWER,
      }),
  }
}
