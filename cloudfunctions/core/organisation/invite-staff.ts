import { createHash } from 'node:crypto'
import type { Invited, OrganisationEvent } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { INVITATIONS, type Invitation } from '../records/invitations'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { STAFF, type StaffMember } from '../records/staff'
import { isOperator, type OrganisationPorts } from './organisation-ports'

const GOOD_FOR_MS = 7 * 24 * 3600_000

/**
 * Makes an invitation, good once and for seven days, that turns whoever holds it into staff.
 *
 * @throws NanshaError CALLER_FORBIDDEN unless the operator or a manager of that organisation asks
 */
export async function inviteStaff(
  ports: OrganisationPorts,
  caller: AccountKey,
  { organisationId, role }: Extract<OrganisationEvent, { action: 'invite' }>,
): Promise<Invited> {
  const { database } = ports
  if (!isOperator(ports, caller)) {
    const member = await database.collection<StaffMember>(STAFF).get(caller)
    const manages = member?.role === 'manager' && member.organisationId === organisationId
    if (!manages) throw new NanshaError('CALLER_FORBIDDEN')
  } else if (!(await database.collection<Organisation>(ORGANISATIONS).get(organisationId))) {
    throw new NanshaError('INPUT_INVALID', { field: 'organisationId' })
  }

  const code = ports.randomId()
  const invitation: Invitation = {
    _id: invitationId(code),
    organisationId,
    role,
    invitedBy: caller,
    expiresAt: new Date(ports.now() + GOOD_FOR_MS),
  }
  await database.collection<Invitation>(INVITATIONS).insert(invitation)
  return { invitation: code }
}

/** The `_id` under which the invitation with this code lies. */
export function invitationId(code: string): string {
  return createHash('sha256').update(code).digest('base64url')
}
