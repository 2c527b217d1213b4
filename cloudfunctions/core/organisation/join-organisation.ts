import type { Joined, OrganisationEvent } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import { freeSlot } from '../limits/slots'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { INVITATIONS, type Invitation } from '../records/invitations'
import { ORGANISATIONS } from '../records/organisations'
import { STAFF } from '../records/staff'
import { invitationCap, invitationId } from './invite-staff'
import { addManager, removeManager } from './managers'
import { isStillGiven } from './open-invitations'
import type { OrganisationPorts } from './organisation-ports'

/**
 * Spends an invitation and makes the caller staff; an account that worked elsewhere moves.
 *
 * @throws NanshaError INVITATION_INVALID, the same for unknown, spent, withdrawn, expired and no longer given;
 *   MANAGER_LAST for the only manager of an organisation, who may not leave it nor become a clerk
 */
export function joinOrganisation(
  ports: Pick<OrganisationPorts, 'database' | 'now' | 'operators'>,
  caller: AccountKey,
  { invitation: code, name }: Extract<OrganisationEvent, { action: 'join' }>,
): Promise<Joined> {
  const { database, now } = ports
  return database.transaction(async (transaction) => {
    const invitation = await requireInvitation(ports, transaction, code)
    const { organisationId, role } = invitation
    const organisation = await transaction.in(ORGANISATIONS).get(organisationId)
    if (!organisation) throw new NanshaError('INVITATION_INVALID')

    await transaction.in(INVITATIONS).remove(invitation._id)
    await freeSlot(transaction, invitationCap(organisationId), invitation._id, now())
    await moveManager(transaction, caller, invitation)
    await transaction.in(STAFF).put({
      _id: caller,
      organisationId,
      role,
      name,
      joinedAt: new Date(now()),
    })
    return { organisation: organisation.name }
  })
}

async function requireInvitation(
  ports: Pick<OrganisationPorts, 'now' | 'operators'>,
  transaction: Transaction,
  code: string,
): Promise<Invitation> {
  const invitation = await transaction.in(INVITATIONS).get(invitationId(code))
  const isOpen = invitation && invitation.expiresAt.getTime() > ports.now()
  if (!isOpen) throw new NanshaError('INVITATION_INVALID')
  const inviter = await transaction.in(STAFF).get(invitation.invitedBy)
  if (!isStillGiven(ports, invitation, inviter)) throw new NanshaError('INVITATION_INVALID')
  return invitation
}

/** Takes the caller off the managers of where they were, and puts them among those of where they go. */
async function moveManager(
  transaction: Transaction,
  caller: AccountKey,
  { organisationId, role }: Invitation,
): Promise<void> {
  const former = await transaction.in(STAFF).get(caller)
  const stays = former?.organisationId === organisationId && role === 'manager'
  if (former?.role === 'manager' && !stays) await removeManager(transaction, former.organisationId, caller)
  if (role === 'manager') await addManager(transaction, organisationId, caller)
}
