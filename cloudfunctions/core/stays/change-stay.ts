import { dateInChina } from '@nansha/shared/age-in-china'
import type { AnnulReason } from '@nansha/shared/api/stays'
import { NanshaError } from '@nansha/shared/errors'
import { isInHouse, nextStayState, type StayEvent } from '@nansha/shared/stays/stay-states'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { STAYS, type Stay, type StayCause } from '../records/stays'
import type { Desk } from '../verify/require-entitlement'
import { findWaiting, keptUntil, requireDay, requireParty, takeWaiting } from './arrive'
import { queueReport } from './queue-report'
import { requireHotel } from './require-hotel'
import type { StayPorts } from './stay-ports'

/** Which stay, as the desk saw it. */
export interface SeenStay {
  readonly stay: string
  readonly revision: number
}

interface Change {
  readonly changes: Partial<Pick<Stay, 'room' | 'until' | 'party' | 'departedAt'>>
  readonly cause: StayCause
  readonly detail: string
}

const REPORT_OF = { correct: 'correction', depart: 'departure', annul: 'annulment' } as const

export type MakeChange = (stay: Stay, transaction: Transaction, desk: Desk) => Change | Promise<Change>

/**
 * Changes a stay, leaves a trace of it and queues its report, in one transaction.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, STAY_UNKNOWN (also for another organisation's), STAY_CHANGED when a
 *   colleague was faster, STAY_ENDED for what cannot happen after the departure, and whatever `make` refuses
 */
export async function changeStay(
  { database, now, keptDays }: StayPorts,
  account: AccountKey,
  seen: SeenStay,
  event: Exclude<StayEvent, 'receipt'>,
  make: MakeChange,
): Promise<{ readonly revision: number }> {
  return database.transaction(async (transaction) => {
    const desk = await requireHotel(transaction, account)
    const stay = await transaction.in(STAYS).get(seen.stay)
    if (stay?.organisationId !== desk.organisation._id) throw new NanshaError('STAY_UNKNOWN')
    if (stay.revision !== seen.revision) throw new NanshaError('STAY_CHANGED')
    const state = nextStayState(stay.state, event)
    if (!state) throw new NanshaError('STAY_ENDED')

    const at = new Date(now())
    const { changes, cause, detail } = await make(stay, transaction, desk)
    const merged = { ...stay, ...changes }
    const changed: Stay = {
      ...merged,
      state,
      isHere: isInHouse(state),
      revision: stay.revision + 1,
      trail: [...stay.trail, { at, state, actor: desk.staff.name, cause, detail }],
      expiresAt: keptUntil(lastDay(merged), keptDays),
    }
    await transaction.in(STAYS).put(changed)
    await queueReport(transaction, changed, REPORT_OF[event], desk.organisation, at)
    return { revision: changed.revision }
  })
}

/** Whoever stays longer than they said is kept no shorter. */
function lastDay({ until, departedAt }: Pick<Stay, 'until' | 'departedAt'>): string {
  const left = departedAt ? dateInChina(departedAt.getTime()) : until
  return left > until ? left : until
}

/** @throws NanshaError see {@link changeStay} */
export function moveStay(ports: StayPorts, account: AccountKey, asked: SeenStay & { readonly room: string }) {
  return changeStay(ports, account, asked, 'correct', (stay) => {
    requireHere(stay)
    return { changes: { room: asked.room }, cause: 'room', detail: `${stay.room} → ${asked.room}` }
  })
}

/** @throws NanshaError STAY_DAY, and see {@link changeStay} */
export function extendStay(
  ports: StayPorts,
  account: AccountKey,
  asked: SeenStay & { readonly until: string },
) {
  return changeStay(ports, account, asked, 'correct', (stay) => {
    requireHere(stay)
    requireDay(asked.until, ports.now())
    return { changes: { until: asked.until }, cause: 'extension', detail: `${stay.until} → ${asked.until}` }
  })
}

/** @throws NanshaError see {@link changeStay} */
export function departStay(ports: StayPorts, account: AccountKey, asked: SeenStay) {
  return changeStay(ports, account, asked, 'depart', (stay) => ({
    changes: { departedAt: new Date(ports.now()) },
    cause: 'departure',
    detail: stay.room,
  }))
}

/**
 * Takes back a stay that was entered by mistake. Nothing is deleted: its guests, its trail and the reason stay, and the authority
 * is told that nobody stayed.
 *
 * @throws NanshaError see {@link changeStay}
 */
export function annulStay(
  ports: StayPorts,
  account: AccountKey,
  asked: SeenStay & { readonly reason: AnnulReason },
) {
  return changeStay(ports, account, asked, 'annul', () => ({
    changes: {},
    cause: 'annulment',
    detail: asked.reason,
  }))
}

/** @throws NanshaError STAY_WITHOUT_GUEST, STAY_FULL, MINOR_DUTIES_MISSING, and see {@link changeStay} */
export function addGuests(ports: StayPorts, account: AccountKey, asked: SeenStay) {
  return changeStay(ports, account, asked, 'correct', async (stay, transaction) => {
    requireHere(stay)
    const ids = await findWaiting(ports, stay.organisationId, stay._id)
    const added = await takeWaiting(transaction, stay.organisationId, stay._id, ids, ports.now())
    if (added.length === 0) throw new NanshaError('STAY_WITHOUT_GUEST')
    const party = [...stay.party, ...added]
    requireParty(party)
    return { changes: { party }, cause: 'guest-added', detail: added.map(({ name }) => name).join('、') }
  })
}

/**
 * The last guest of a party does not leave it: they check out. After the departure nobody is taken off the register any more.
 *
 * @throws NanshaError STAY_UNKNOWN, STAY_ENDED, STAY_WITHOUT_GUEST, and see {@link changeStay}
 */
export function removeGuest(
  ports: StayPorts,
  account: AccountKey,
  asked: SeenStay & { readonly guest: string },
) {
  return changeStay(ports, account, asked, 'correct', (stay) => {
    requireHere(stay)
    const left = stay.party.find(({ id }) => id === asked.guest)
    if (!left) throw new NanshaError('STAY_UNKNOWN')
    const party = stay.party.filter(({ id }) => id !== asked.guest)
    requireParty(party)
    return { changes: { party }, cause: 'guest-left', detail: left.name }
  })
}

/** @throws NanshaError STAY_ENDED */
function requireHere({ state }: Stay): void {
  if (!isInHouse(state)) throw new NanshaError('STAY_ENDED')
}
