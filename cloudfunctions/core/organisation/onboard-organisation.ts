import type { Onboarded, OrganisationEvent } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { isOperator } from './operators'
import type { OrganisationPorts } from './organisation-ports'

/**
 * Makes a licensed verifier. The operator alone may: a licence is what entitles staff to see personal data.
 *
 * @throws NanshaError CALLER_FORBIDDEN
 */
export async function onboardOrganisation(
  ports: OrganisationPorts,
  caller: AccountKey,
  event: Extract<OrganisationEvent, { action: 'onboard' }>,
): Promise<Onboarded> {
  if (!isOperator(ports.operators, caller)) throw new NanshaError('CALLER_FORBIDDEN')
  const organisation: Organisation = {
    _id: ports.randomId(),
    name: event.name,
    scenarios: [...new Set(event.scenarios)],
    enrols: event.enrols,
    licenceExpiresAt: new Date(event.licenceExpiresAt * 1000),
    onboardedAt: new Date(ports.now()),
  }
  await ports.database.in(ORGANISATIONS).insert(organisation)
  return { organisationId: organisation._id }
}
