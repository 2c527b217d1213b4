import type { ShiftLeft, ShiftView } from '@nansha/shared/api/stays-answers'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { isAnnulled } from '@nansha/shared/stays/stay-states'
import type { AccountKey } from '../records/account-key'
import { SHIFTS, type Shift } from '../records/shifts'
import { STAYS } from '../records/stays'
import { requireHotel } from './require-hotel'
import type { StayPorts } from './stay-ports'
import { summariseDesk } from './summarise-desk'

const KEPT_MS = 365 * DAY_MS
/** More hand-overs than this wait at no desk. */
const SHOWN = 10

type Ports = Pick<StayPorts, 'database' | 'now'>

/**
 * The caller's open shift with its own figures, and what other shifts left that nobody has taken over. Of other shifts it tells
 * what is left to do and no figures.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED
 */
export async function showShift(ports: Ports, account: AccountKey): Promise<ShiftView> {
  const { organisation } = await requireHotel(ports.database, account)
  const organisationId = organisation._id
  const shifts = ports.database.in(SHIFTS)
  const [[open], closed] = await Promise.all([
    shifts.find({ organisationId, staff: account, state: 'open' }, { limit: 1, orderBy: { place: 'desc' } }),
    shifts.find({ organisationId, state: 'closed' }, { limit: SHOWN, orderBy: { place: 'desc' } }),
  ])
  return {
    ...(open && { own: await ownFigures(ports, open) }),
    handedOver: closed.flatMap(({ _id, name, closedAt, note, left }) =>
      closedAt && left ? [{ shift: _id, by: name, closedAt: unixSeconds(closedAt), note, left }] : [],
    ),
  }
}

/**
 * Begins a shift, and takes over those that were handed over, in one transaction. The same again, whose answer was lost, is one.
 *
 * @param asked.takes ids of the shifts whose notes the clerk has read
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, SHIFT_CHANGED when a colleague took one of them, or it is another
 *   organisation's
 */
export async function openShift(
  { database, now }: Ports,
  account: AccountKey,
  asked: { readonly shift: string; readonly takes: readonly string[] },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const { organisation, staff } = await requireHotel(transaction, account)
    const shifts = transaction.in(SHIFTS)
    const known = await shifts.get(asked.shift)
    if (known) {
      if (known.staff !== account || known.organisationId !== organisation._id)
        throw new NanshaError('SHIFT_CHANGED')
      return
    }
    for (const id of asked.takes) {
      const left = await shifts.get(id)
      if (left?.organisationId !== organisation._id || left.state !== 'closed')
        throw new NanshaError('SHIFT_CHANGED')
      await shifts.update(id, { state: 'taken', takenBy: staff.name })
    }
    const openedAt = new Date(now())
    await shifts.insert({
      _id: asked.shift,
      organisationId: organisation._id,
      staff: account,
      name: staff.name,
      state: 'open',
      place: `${openedAt.toISOString()}.${asked.shift}`,
      openedAt,
      closedAt: null,
      note: '',
      left: null,
      takenBy: null,
      expiresAt: new Date(now() + KEPT_MS),
    })
  })
}

/**
 * Ends the caller's shift with a note for the next one, and what is left to do as the records say. Again changes nothing.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, SHIFT_CHANGED for a shift that is not the caller's
 */
export async function closeShift(
  ports: Ports,
  account: AccountKey,
  asked: { readonly shift: string; readonly note: string; readonly warnings: number },
): Promise<void> {
  const { here, overdue, waiting, unreported } = await summariseDesk(ports, account)
  const left: ShiftLeft = { here, overdue, waiting, unreported, warnings: asked.warnings }
  await ports.database.transaction(async (transaction) => {
    const { organisation } = await requireHotel(transaction, account)
    const shift = await transaction.in(SHIFTS).get(asked.shift)
    if (shift?.organisationId !== organisation._id || shift.staff !== account)
      throw new NanshaError('SHIFT_CHANGED')
    if (shift.state !== 'open') return
    const closedAt = new Date(ports.now())
    await transaction.in(SHIFTS).update(shift._id, { state: 'closed', closedAt, note: asked.note, left })
  })
}

async function ownFigures({ database }: Ports, shift: Shift): Promise<NonNullable<ShiftView['own']>> {
  const { organisationId, staff, openedAt } = shift
  const since = { organisationId, place: database.command.gte(openedAt.toISOString()) }
  let [arrivals, guests] = [0, 0]
  for await (const { arrivedBy, party, state } of database.in(STAYS).scan(since)) {
    if (arrivedBy !== staff || isAnnulled(state)) continue
    arrivals++
    guests += party.length
  }
  return { shift: shift._id, openedAt: unixSeconds(openedAt), arrivals, guests }
}
