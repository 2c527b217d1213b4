import { createHash } from 'node:crypto'
import type { Invited, OrganisationEvent } from '@nansha/shared/api/organisation'
import type { AccountKey } from '../records/account-key'
import { INVITATIONS, type Invitation } from '../records/invitations'
import type { OrganisationPorts } from './organisation-ports'
import { requireManager } from './require-manager'

const GOOD_FOR_MS = 7 * 24 * 3600_000

/**
 * Makes an invitation, good once and for seven days, that turns whoever holds it into staff.
 *
 * @throws NanshaError of {@link requireManager}
 */
export async function inviteStaff(
  ports: OrganisationPorts,
  caller: AccountKey,
  { organisationId, role }: Extract<OrganisationEvent, { action: 'invite' }>,
): Promise<Invited> {
  await requireManager(ports, caller, organisationId)
  const code = ports.randomId()
  const invitation: Invitation = {
    _id: invitationId(code),
    organisationId,
    role,
    invitedBy: caller,
    expiresAt: new Date(ports.now() + GOOD_FOR_MS),
  }
  await ports.database.collection<Invitation>(INVITATIONS).insert(invitation)
  return { invitation: code }
}

/** The `_id` under which the invitation with this code lies. */
export function invitationId(code: string): string {
  return createHash('sha256').update(code).digest('base64url')
}
