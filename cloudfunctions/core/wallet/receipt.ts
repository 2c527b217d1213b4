import type { Receipt } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { documentOf, requestedClaims } from '@nansha/shared/scenarios'
import { markOnlineCredentials } from '../credential/mark-online'
import { changeStatus } from '../history/change-status'
import { deskWarning } from '../history/desk-warning'
import { DESK_WARNINGS } from '../records/desk-warnings'
import type { Holder } from '../records/holder'
import { USES, type Use } from '../records/uses'
import { openSubject } from '../verify/open-citizen'
import { citizenOfPhone } from './citizen-of-phone'
import type { WalletPorts } from './wallet-ports'

/** What became of a handle that the phone is showing; asked every second or two while it does. */
export async function showReceipt(
  ports: Pick<WalletPorts, 'database' | 'envelopes' | 'now'>,
  holder: Holder,
  useId: string,
): Promise<Receipt> {
  const use = await ownUse(ports, holder, useId)
  if (!use) return { state: 'waiting' }
  const { child } = use.subject
  const subject = await openSubject(ports, use.subject, documentOf(use.scenario))
  const asked = requestedClaims(use.scenario, subject?.subject ?? (child ? 'child' : 'holder'))
  return {
    state: use.state,
    at: unixSeconds(use.at),
    scenario: use.scenario,
    // What the credential has of it; all of it once there is none to look at.
    disclosed: subject?.known(asked) ?? asked,
    ...(child && { child: child.name }),
    organisation: use.organisation,
  }
}

/**
 * "That was not me": freezes the credential and marks the use, so that the desk which accepted it is warned. A use of a former
 * credential, or of a former phone, freezes what is held now.
 *
 * @throws NanshaError USE_UNKNOWN for a use that is not this citizen's, CREDENTIAL_REVOKED when the phone was replaced meanwhile
 */
export async function disputeUse(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  holder: Holder,
  useId: string,
): Promise<void> {
  const use = await ownUse(ports, holder, useId)
  if (!use) throw new NanshaError('USE_UNKNOWN')
  const { citizenId } = holder.device
  await ports.database.transaction(async (transaction) => {
    const citizen = await citizenOfPhone(transaction, holder.device)
    const isNews = await transaction.in(USES).update(useId, { state: 'disputed' })
    if (isNews) await transaction.in(DESK_WARNINGS).insert(deskWarning(use, 'disputed', ports.now()))
    // What is held now: it may just have been renewed.
    if (citizen)
      await changeStatus(ports, transaction, { citizenId, credentialId: citizen.credentialId }, 'frozen')
  })
  await markOnlineCredentials(ports.database, citizenId, 'frozen', ports.now())
}

/** Another citizen's use is answered like one that never was. */
export async function ownUse(
  ports: Pick<WalletPorts, 'database'>,
  { device }: Holder,
  useId: string,
): Promise<Use | null> {
  const use = await ports.database.in(USES).get(useId)
  return use && use.subject.citizenId === device.citizenId ? use : null
}
