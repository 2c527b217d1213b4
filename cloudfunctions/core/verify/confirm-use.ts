import type { UseConfirmed } from '@nansha/shared/api/verify'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIOS } from '@nansha/shared/scenarios'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { CREDENTIALS } from '../records/credentials'
import { GUEST, STAYS, type Stay } from '../records/stays'
import { USES, type Use } from '../records/uses'
import { type OpenedCitizen, openCitizen } from './read-claims'
import { recordRefusal } from './record-use'
import { type Desk, readDesk, requireScenario } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** A clerk compares a portrait in seconds; this allows for a queue and a lost network. */
const CONFIRM_WITHIN_MS = 10 * MINUTE_MS

/**
 * Takes the clerk's word on the portrait and ends the check: an acceptance enters the register where the scenario has
 * one, a refusal is told to the citizen. What the holder froze in the meantime is refused whatever the clerk saw, and so
 * is a check of a former employer, under a licence that ran out, or too long ago.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, USE_UNKNOWN (also for another clerk's or organisation's),
 *   USE_DECIDED, USE_EXPIRED, CREDENTIAL_FROZEN, CREDENTIAL_REVOKED
 */
export async function confirmUse(
  ports: VerifyPorts,
  account: AccountKey,
  { useId, portraitMatches }: { readonly useId: string; readonly portraitMatches: boolean },
): Promise<UseConfirmed> {
  const use = await ports.database.in(USES).get(useId)
  if (use?.staff !== account) throw new NanshaError('USE_UNKNOWN')
  const { citizenId, credentialId } = use.subject
  const citizen = portraitMatches ? await openCitizen(ports, citizenId) : null

  const asked = citizen ? 'accepted' : 'refused'
  const decided = await ports.database.transaction(async (transaction) => {
    const desk = await readDesk(transaction, account)
    const state = requireOwn(desk, await transaction.in(USES).get(useId)).state
    if (state === asked) return null // the answer was lost and the desk asks again
    if (state !== 'shown') throw new NanshaError('USE_DECIDED')
    requireScenario(desk, use.scenario, ports.now())
    if (use.at.getTime() + CONFIRM_WITHIN_MS < ports.now()) throw new NanshaError('USE_EXPIRED')
    if (portraitMatches) await requireStillValid(transaction, credentialId)
    await transaction.in(USES).update(useId, { state: asked })
    if (citizen) await register(ports, transaction, use, citizen)
    return desk
  })
  if (decided && !citizen)
    await recordRefusal(ports, decided, use.scenario, citizenId, 'PORTRAIT_MISMATCH', useId)
  return { verdict: asked }
}

/** The citizen was shown to one organisation: a clerk who now works for another one has no say in it. */
function requireOwn({ organisation }: Desk, use: Use | null): Use {
  if (use?.organisationId !== organisation._id) throw new NanshaError('USE_UNKNOWN')
  return use
}

async function requireStillValid(transaction: Transaction, credentialId: string): Promise<void> {
  const credential = await transaction.in(CREDENTIALS).get(credentialId)
  if (credential?.status === 'frozen') throw new NanshaError('CREDENTIAL_FROZEN')
  if (credential?.status !== 'valid') throw new NanshaError('CREDENTIAL_REVOKED')
}

async function register(
  { envelopes }: VerifyPorts,
  transaction: Transaction,
  use: Use,
  citizen: OpenedCitizen,
): Promise<void> {
  const { registers } = SCENARIOS[use.scenario]
  if (registers.length === 0) return
  const guest = GUEST.seal(envelopes, use._id, citizen.claims(registers))
  const stay: Stay = { _id: use._id, organisationId: use.organisationId, at: use.at, guest }
  await transaction.in(STAYS).insert(stay)
}
