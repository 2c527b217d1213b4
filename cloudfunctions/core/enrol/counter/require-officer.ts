import { NanshaError } from '@nansha/shared/errors'
import { requireLicence } from '../../limits/require-licence'
import type { Database, Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import { ORGANISATIONS, type Organisation } from '../../records/organisations'
import { STAFF, type StaffMember } from '../../records/staff'

export interface Officer {
  readonly member: StaffMember
  readonly organisation: Organisation
}

interface OfficerPorts {
  readonly database: Database
  readonly now: () => number
}

/** @throws NanshaError CALLER_FORBIDDEN unless the account works for an organisation that may enrol, LICENCE_… */
export function requireOfficer(ports: OfficerPorts, account: AccountKey): Promise<Officer> {
  return ports.database.transaction((transaction) => readOfficer(ports, transaction, account))
}

/**
 * {@link requireOfficer}, in the transaction that relies on it.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…
 */
export async function readOfficer(
  { now }: Pick<OfficerPorts, 'now'>,
  transaction: Transaction,
  account: AccountKey,
): Promise<Officer> {
  const member = await transaction.in(STAFF).get(account)
  const organisation = member && (await transaction.in(ORGANISATIONS).get(member.organisationId))
  if (!member || !organisation?.enrols) throw new NanshaError('CALLER_FORBIDDEN')
  requireLicence(organisation, now())
  return { member, organisation }
}

/**
 * An open application that this officer opened by the code on the phone's screen, for the organisation that they still
 * work for: its id alone gives nobody a say in it.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…, ENROLMENT_UNKNOWN
 */
export async function readOwnApplication(
  ports: Pick<OfficerPorts, 'now'>,
  transaction: Transaction,
  account: AccountKey,
  applicationId: string,
): Promise<{ readonly officer: Officer; readonly application: CounterApplication }> {
  const officer = await readOfficer(ports, transaction, account)
  const application = await transaction.in(COUNTER_APPLICATIONS).get(applicationId)
  const isOwn =
    application?.officer?.account === account &&
    application.officer.organisationId === officer.organisation._id
  const isOpen = application?.credential === null && application.expiresAt.getTime() > ports.now()
  if (!application || !isOwn || !isOpen) throw new NanshaError('ENROLMENT_UNKNOWN')
  return { officer, application }
}
