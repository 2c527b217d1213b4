import type { OrganisationEvent, OrganisationList } from '@nansha/shared/api/organisation'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { Changes } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { isOperator } from './operators'
import type { OrganisationPorts } from './organisation-ports'

type Asked<Action extends OrganisationEvent['action']> = Extract<OrganisationEvent, { action: Action }>

/**
 * Lets an organisation verify until another day. It does not lift a suspension.
 *
 * @throws NanshaError CALLER_FORBIDDEN, INPUT_INVALID for an organisation that is not there and for an end that is past
 */
export async function renewLicence(
  ports: Pick<OrganisationPorts, 'database' | 'now' | 'operators'>,
  caller: AccountKey,
  { organisationId, licenceExpiresAt }: Asked<'renew'>,
): Promise<void> {
  requireOperator(ports, caller)
  if (licenceExpiresAt * 1000 <= ports.now())
    throw new NanshaError('INPUT_INVALID', { field: 'licenceExpiresAt' })
  await change(ports, organisationId, { licenceExpiresAt: new Date(licenceExpiresAt * 1000) })
}

/**
 * Withdraws a licence until it is given back. The organisation's desks are refused from their next call on, their
 * counters enrol nobody, and companions drop what they hold for work without network.
 *
 * @throws NanshaError CALLER_FORBIDDEN, INPUT_INVALID
 */
export async function suspendOrganisation(
  ports: Pick<OrganisationPorts, 'database' | 'now' | 'operators'>,
  caller: AccountKey,
  { organisationId }: Asked<'suspend'>,
): Promise<void> {
  requireOperator(ports, caller)
  await change(ports, organisationId, { suspendedAt: new Date(ports.now()) })
}

/** Gives a licence back that was withdrawn. @throws NanshaError CALLER_FORBIDDEN, INPUT_INVALID */
export async function resumeOrganisation(
  ports: Pick<OrganisationPorts, 'database' | 'operators'>,
  caller: AccountKey,
  { organisationId }: Asked<'resume'>,
): Promise<void> {
  requireOperator(ports, caller)
  await change(ports, organisationId, { suspendedAt: null })
}

/** All organisations, as the operator sees them. @throws NanshaError CALLER_FORBIDDEN */
export async function listOrganisations(
  ports: Pick<OrganisationPorts, 'database' | 'operators'>,
  caller: AccountKey,
): Promise<OrganisationList> {
  requireOperator(ports, caller)
  const organisations: OrganisationList['organisations'][number][] = []
  const every = { _id: ports.database.command.gt('') }
  for await (const one of ports.database.in(ORGANISATIONS).scan(every)) organisations.push(describe(one))
  return { organisations }
}

function describe(organisation: Organisation): OrganisationList['organisations'][number] {
  const { _id, name, scenarios, enrols = false, managers = [], suspendedAt = null } = organisation
  return {
    organisationId: _id,
    name,
    scenarios,
    enrols,
    managers: managers.length,
    licenceExpiresAt: unixSeconds(organisation.licenceExpiresAt),
    ...(suspendedAt && { suspendedAt: unixSeconds(suspendedAt) }),
  }
}

function requireOperator({ operators }: Pick<OrganisationPorts, 'operators'>, caller: AccountKey): void {
  if (!isOperator(operators, caller)) throw new NanshaError('CALLER_FORBIDDEN')
}

/** @throws NanshaError INPUT_INVALID for an organisation that is not there */
function change(
  { database }: Pick<OrganisationPorts, 'database'>,
  organisationId: string,
  changes: Changes<Organisation>,
): Promise<void> {
  return database.transaction(async (transaction) => {
    const organisations = transaction.in(ORGANISATIONS)
    if (!(await organisations.get(organisationId)))
      throw new NanshaError('INPUT_INVALID', { field: 'organisationId' })
    await organisations.update(organisationId, changes)
  })
}
