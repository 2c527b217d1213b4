import type { Invited, OrganisationEvent } from '@nansha/shared/api/organisation'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import { type Cap, takeSlots } from '../limits/slots'
import type { AccountKey } from '../records/account-key'
import { INVITATIONS, type Invitation } from '../records/invitations'
import { ORGANISATION_SLOTS } from '../records/slots'
import type { OrganisationPorts } from './organisation-ports'
import { requireManager } from './require-manager'

const INVITATION_LIFE_MS = 7 * DAY_MS
/** Invitations that an organisation may have open at once: as many as a manager can look through. */
export const OPEN_AT_ONCE = 50

export function invitationCap(organisationId: string): Cap {
  return { id: `invitations.${organisationId}`, collection: ORGANISATION_SLOTS, most: OPEN_AT_ONCE }
}

/**
 * Makes an invitation with which a person joins the staff. It works once, for seven days, and as long as its author may
 * invite.
 *
 * @throws NanshaError of {@link requireManager}, ATTEMPTS_EXHAUSTED with too many open
 */
export function inviteStaff(
  ports: OrganisationPorts,
  caller: AccountKey,
  { organisationId, role }: Extract<OrganisationEvent, { action: 'invite' }>,
): Promise<Invited> {
  const code = ports.randomId()
  const expiresAt = new Date(ports.now() + INVITATION_LIFE_MS)
  return ports.database.transaction(async (transaction) => {
    const manager = await requireManager(ports, transaction, caller, organisationId)
    const invitation: Invitation = {
      _id: invitationId(code),
      organisationId,
      role,
      invitedBy: caller,
      term: manager?.joinedAt ?? null,
      expiresAt,
    }
    const slot = { id: invitation._id, count: 1, until: expiresAt }
    await takeSlots(transaction, invitationCap(organisationId), slot, ports.now())
    await transaction.in(INVITATIONS).insert(invitation)
    return { invitation: code }
  })
}

/** The `_id` under which the invitation with this code lies. */
export function invitationId(code: string): string {
  return digestText(code)
}
