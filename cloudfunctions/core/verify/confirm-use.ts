import type { UseConfirmed } from '@nansha/shared/api/verify'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { stayOfUse } from '@nansha/shared/stays/stay-of-use'
import { waitForRoom } from '../guests/wait-for-room'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { CREDENTIALS } from '../records/credentials'
import { USES, type Use } from '../records/uses'
import { WAITING_GUESTS, type WaitingGuest } from '../records/waiting-guests'
import { type OpenedCitizen, openCitizen } from './open-citizen'
import { recordRefusal } from './record-use'
import { type Desk, findDesk, readDesk, requireScenario } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** A clerk compares a portrait in seconds; this allows for a queue and a lost network. */
const CONFIRM_WITHIN_MS = 10 * MINUTE_MS

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
  const { citizenId, credentialId } = use.subject
  const citizen = portraitMatches ? await openCitizen(ports, citizenId) : null

  const guest = citizen && (await registered(ports, account, use, citizen, stay))

  const asked = citizen ? 'accepted' : 'refused'
  const decided = await ports.database.transaction(async (transaction) => {
    const desk = await readDesk(transaction, account)
    const current = await transaction.in(USES).get(useId)
    requireOwn(desk, current)
    const state = current?.state
    if (state === asked) return null // the answer was lost and the desk asks again
    if (state !== 'shown') throw new NanshaError('USE_DECIDED')
    requireScenario(desk, use.scenario, ports.now())
    if (use.at.getTime() + CONFIRM_WITHIN_MS < ports.now()) throw new NanshaError('USE_EXPIRED')
    if (portraitMatches) await requireStillValid(transaction, credentialId)
    await transaction.in(USES).update(useId, { state: asked, decidedAt: new Date(ports.now()) })
    if (guest) await transaction.in(WAITING_GUESTS).insert(guest)
    return desk
  })
  if (decided && !citizen)
    await recordRefusal(ports, decided, use.scenario, citizenId, 'PORTRAIT_MISMATCH', useId)
  return { verdict: asked }
}

/** The citizen was shown to one organisation: a clerk who now works for another one has no say in it. */
function requireOwn(desk: Desk, use: Use | null): Desk {
  if (use?.organisationId !== desk.organisation._id) throw new NanshaError('USE_UNKNOWN')
  return desk
}

async function requireStillValid(transaction: Transaction, credentialId: string): Promise<void> {
  const credential = await transaction.in(CREDENTIALS).get(credentialId)
  if (credential?.status === 'frozen') throw new NanshaError('CREDENTIAL_FROZEN')
  if (credential?.status !== 'valid') throw new NanshaError('CREDENTIAL_REVOKED')
}

/** The guest whom the scenario registers, sealed before the transaction because that takes time; null where it has no register. */
async function registered(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'randomId' | 'sealForReceiver'>,
  account: AccountKey,
  use: Use,
  citizen: OpenedCitizen,
  stay: string,
): Promise<WaitingGuest | null> {
  const { registers } = SCENARIOS[use.scenario]
  if (registers.length === 0) return null
  const desk = requireOwn(await findDesk(ports, account), use)
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
