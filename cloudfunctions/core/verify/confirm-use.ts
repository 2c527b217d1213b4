import type { UseConfirmed } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import { registeredClaims } from '@nansha/shared/scenarios'
import { stayOfUse } from '@nansha/shared/stays/stay-of-use'
import { waitForRoom } from '../guests/wait-for-room'
import { insertWaiting } from '../limits/waiting-party'
import type { AccountKey } from '../records/account-key'
import { USES, type Use } from '../records/uses'
import type { WaitingGuest } from '../records/waiting-guests'
import { type OpenedCitizen, openSubject } from './open-citizen'
import { recordRefusal } from './record-use'
import { findDesk, readDesk } from './require-entitlement'
import { requireOpenUse, requireOwn, requireStillValid } from './require-open-use'
import type { VerifyPorts } from './verify-ports'

/**
 * Takes the clerk's word on the portrait and ends the check: who is accepted where the scenario has a register waits for a
 * room, sealed to the authority; a refusal is told to the citizen. What the holder froze in the meantime is refused whatever the clerk saw, and so
 * is a check of a former employer, under a licence that ran out, or too long ago.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, USE_UNKNOWN (also for another clerk's or organisation's),
 *   USE_DECIDED, USE_EXPIRED, CREDENTIAL_FROZEN, CREDENTIAL_REVOKED, RECEIVER_MISSING
 */
export async function confirmUse(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'randomId' | 'envelopes' | 'sealForReceiver'>,
  account: AccountKey,
  {
    useId,
    portraitMatches,
    stay = stayOfUse(useId),
  }: { readonly useId: string; readonly portraitMatches: boolean; readonly stay?: string | undefined },
): Promise<UseConfirmed> {
  const use = await ports.database.in(USES).get(useId)
  if (use?.staff !== account) throw new NanshaError('USE_UNKNOWN')
  const citizen = portraitMatches ? await openSubject(ports, use.subject) : null

  const guest = citizen && (await registered(ports, account, use, citizen, stay))

  const asked = citizen ? 'accepted' : 'refused'
  const decided = await ports.database.transaction(async (transaction) => {
    const desk = await readDesk(transaction, account)
    const current = await transaction.in(USES).get(useId)
    requireOwn(desk, current)
    if (current.state === asked) return null // the answer was lost and the desk asks again
    requireOpenUse(desk, current, ports.now())
    if (portraitMatches) await requireStillValid(transaction, use.subject)
    await transaction.in(USES).update(useId, { state: asked, decidedAt: new Date(ports.now()) })
    if (guest) await insertWaiting(transaction, guest, ports.now())
    return desk
  })
  if (decided && !citizen)
    await recordRefusal(ports, decided, use.scenario, use.subject, 'PORTRAIT_MISMATCH', useId)
  return { verdict: asked }
}

/** The guest whom the scenario registers, sealed before the transaction because that takes time; null where it has no register. */
async function registered(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'randomId' | 'sealForReceiver'>,
  account: AccountKey,
  use: Use,
  citizen: OpenedCitizen,
  stay: string,
): Promise<WaitingGuest | null> {
  const registers = registeredClaims(use.scenario, citizen.subject)
  if (registers.length === 0) return null
  const desk = await findDesk(ports, account)
  requireOwn(desk, use)
  const fields = citizen.claims(registers)
  const text = (name: string) => String(fields[name] ?? '')
  return waitForRoom(
    ports,
    desk,
    { stay, guest: ports.randomId() },
    {
      kind: 'nansha',
      name: text('name'),
      number: text('id_number'),
      birthdate: text('birthdate'),
      fields,
    },
  )
}
