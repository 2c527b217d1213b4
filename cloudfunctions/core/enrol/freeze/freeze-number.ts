import { DAY_MS, HOUR_MS } from '@nansha/shared/clock/durations'
import { markOnlineCredentials } from '../../credential/mark-online'
import { changeStatus } from '../../history/change-status'
import { holderOf } from '../../limits/number-guard'
import { takeSlots } from '../../limits/slots'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { CITIZEN_CLAIMS, type Citizen } from '../../records/citizens'
import { DECISIONS } from '../../records/decisions'
import { requireNumber } from '../check-applicant'
import type { EnrolPorts } from '../enrol-ports'
import { DECISION_KEPT_MS } from '../record-decision'
import { indexOf } from '../renew-index'

export type FreezePorts = Pick<
  EnrolPorts,
  'database' | 'numbers' | 'index' | 'envelopes' | 'now' | 'randomId' | 'wait'
>

/** Who asks for whose ID to be frozen. */
export interface FreezeOrder {
  readonly by: 'telephone' | 'counter'
  /** The operator on the telephone, or the officer. */
  readonly who: AccountKey
  /** What the person gave as their own. */
  readonly name: string
  readonly idNumber: string
  /** How the operator's books name the telephone call. */
  readonly reference?: string
}

/** Calls that a person takes in an hour, and more than a rogue one should freeze. */
const PER_HOUR = 30
/** Freezes of one number in a week by one way: whoever knows somebody's number must not freeze them day after day. */
const PER_NUMBER = 3
const NUMBER_KEPT_MS = 7 * DAY_MS
/** Answers leave at whole steps of this, so that their time does not tell a number that is enrolled from one that is not. */
const STEP_MS = 1000

/**
 * Freezes the ID of somebody who lost the phone and reached a person: the operator's telephone line, or an officer at a
 * counter. Name and number must be theirs. The answer is the same whether anything was frozen, so that nobody asks here
 * who is enrolled; the holder finds it in the history, and lifts it with their PIN or face.
 *
 * @throws NanshaError NUMBER_…, ATTEMPTS_EXHAUSTED beyond what one person may freeze in an hour, or what may be asked
 *   about one number in a week, enrolled or not
 */
export async function freezeNumber(ports: FreezePorts, order: FreezeOrder): Promise<void> {
  const began = ports.now()
  const { number } = requireNumber(order.idNumber, began)
  const numberIndex = await indexOf(ports, number)
  await countFreeze(ports, order, numberIndex)
  const frozen = await ports.database.transaction(async (transaction) => {
    const holder = await holderOf(transaction, numberIndex)
    if (!holder || CITIZEN_CLAIMS.open(ports.envelopes, holder).name !== order.name) return
    await freeze(ports, transaction, order, holder)
    return holder._id
  })
  if (frozen) await markOnlineCredentials(ports.database, frozen, 'frozen', ports.now())
  await ports.wait(STEP_MS - ((ports.now() - began) % STEP_MS))
}

/** Counts before anything is looked up, in a transaction. @throws NanshaError ATTEMPTS_EXHAUSTED */
function countFreeze(
  { database, index, now, randomId }: Pick<FreezePorts, 'database' | 'index' | 'now' | 'randomId'>,
  { by, who }: FreezeOrder,
  numberIndex: string,
): Promise<void> {
  const slot = (lastsMs: number) => ({ id: randomId(), count: 1, until: new Date(now() + lastsMs) })
  return database.transaction(async (transaction) => {
    const own = { id: index('slots', 'freezes-by', who), most: PER_HOUR }
    await takeSlots(transaction, own, slot(HOUR_MS), now())
    const ofNumber = { id: index('slots', 'freezes-of', by, numberIndex), most: PER_NUMBER }
    await takeSlots(transaction, ofNumber, slot(NUMBER_KEPT_MS), now())
  })
}

async function freeze(
  ports: Pick<FreezePorts, 'now' | 'randomId'>,
  transaction: Transaction,
  { by, who, reference }: FreezeOrder,
  { _id: citizenId, credentialId, numberIndex, account }: Citizen,
): Promise<void> {
  if (!(await changeStatus(ports, transaction, { citizenId, credentialId, by }, 'frozen'))) return
  const at = new Date(ports.now())
  await transaction.in(DECISIONS).insert({
    _id: ports.randomId(),
    route: 'freeze',
    account,
    numberIndex,
    by,
    who,
    reference: reference ?? null,
    at,
    expiresAt: new Date(at.getTime() + DECISION_KEPT_MS),
  })
}
