import type { Joined, OrganisationEvent } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { INVITATIONS, type Invitation } from '../records/invitations'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { STAFF, type StaffMember } from '../records/staff'
import { invitationId } from './invite-staff'
import type { OrganisationPorts } from './organisation-ports'

/**
 * Spends an invitation and makes the caller staff; an account that worked elsewhere moves.
 *
 * @throws NanshaError INVITATION_INVALID, the same for unknown, spent and expired
 */
export function joinOrganisation(
  { database, now }: OrganisationPorts,
  caller: AccountKey,
  { invitation: code, name }: Extract<OrganisationEvent, { action: 'join' }>,
): Promise<Joined> {
  return database.transaction(async (transaction) => {
    const invitation = await transaction.get<Invitation>(INVITATIONS, invitationId(code))
    if (!invitation || invitation.expiresAt.getTime() <= now()) throw new NanshaError('INVITATION_INVALID')
    const organisation = await transaction.get<Organisation>(ORGANISATIONS, invitation.organisationId)
    if (!organisation) throw new NanshaError('INVITATION_INVALID')

    await transaction.remove(INVITATIONS, invitation._id)
    await transaction.put<StaffMember>(STAFF, {
      _id: caller,
      organisationId: organisation._id,
      role: invitation.role,
      name,
      joinedAt: new Date(now()),
    })
    return { organisation: organisation.name }
  })
}
