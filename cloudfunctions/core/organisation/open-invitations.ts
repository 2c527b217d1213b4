import type { InvitationList, OrganisationEvent } from '@nansha/shared/api/organisation'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { freeSlot } from '../limits/slots'
import type { AccountKey } from '../records/account-key'
import { INVITATIONS, type Invitation } from '../records/invitations'
import type { StaffMember } from '../records/staff'
import { STAFF } from '../records/staff'
import { invitationCap, OPEN_AT_ONCE } from './invite-staff'
import { isOperator } from './operators'
import type { OrganisationPorts } from './organisation-ports'
import { isManagerOf, requireManager } from './require-manager'

/**
 * Whether the author of an invitation may still invite: it dies when they are dismissed, become a clerk or move, and
 * does not revive when they come back.
 *
 * @param inviter the record of its author, as it is now
 */
export function isStillGiven(
  ports: Pick<OrganisationPorts, 'operators'>,
  { organisationId, invitedBy, term }: Invitation,
  inviter: StaffMember | null,
): boolean {
  if (term === null) return isOperator(ports.operators, invitedBy)
  return isManagerOf(inviter, organisationId) && inviter.joinedAt.getTime() === term.getTime()
}

/**
 * The invitations that can be joined with now.
 *
 * @throws NanshaError of {@link requireManager}
 */
export async function listInvitations(
  ports: Pick<OrganisationPorts, 'database' | 'now' | 'operators'>,
  caller: AccountKey,
  { organisationId }: Extract<OrganisationEvent, { action: 'invitations' }>,
): Promise<InvitationList> {
  const { database, now } = ports
  await database.transaction((transaction) => requireManager(ports, transaction, caller, organisationId))
  const open = await database
    .in(INVITATIONS)
    .find(
      { organisationId, expiresAt: database.command.gt(new Date(now())) },
      { limit: OPEN_AT_ONCE, orderBy: { expiresAt: 'desc' } },
    )
  const staff = database.in(STAFF)
  const looked = await Promise.all(
    open.map(async (invitation) => ({ invitation, inviter: await staff.get(invitation.invitedBy) })),
  )
  return {
    invitations: looked
      .filter(({ invitation, inviter }) => isStillGiven(ports, invitation, inviter))
      .map(({ invitation: { _id, role, term, expiresAt }, inviter }) => ({
        id: _id,
        role,
        ...(term !== null && inviter && { by: inviter.name }),
        expiresAt: unixSeconds(expiresAt),
      })),
  }
}

/**
 * Voids an invitation of the manager's organisation, whoever made it. One that is spent, expired or another's changes nothing.
 *
 * @throws NanshaError of {@link requireManager}
 */
export async function withdrawInvitation(
  ports: Pick<OrganisationPorts, 'database' | 'now' | 'operators'>,
  caller: AccountKey,
  { organisationId, invitation: id }: Extract<OrganisationEvent, { action: 'withdraw' }>,
): Promise<void> {
  await ports.database.transaction(async (transaction) => {
    await requireManager(ports, transaction, caller, organisationId)
    const invitation = await transaction.in(INVITATIONS).get(id)
    if (invitation?.organisationId !== organisationId) return
    await transaction.in(INVITATIONS).remove(id)
    await freeSlot(transaction, invitationCap(organisationId), id, ports.now())
  })
}
