import type { GuestDocument, MinorDuties } from '@nansha/shared/api/guest-document'
import type { WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { NanshaError } from '@nansha/shared/errors'
import { type KnownGuest, needsDuties, sealGuest, waitForRoom } from '../guests/wait-for-room'
import { insertWaiting, removeWaiting } from '../limits/waiting-party'
import type { AccountKey } from '../records/account-key'
import type { PartyGuest } from '../records/stays'
import { WAITING_GUESTS, type WaitingGuest } from '../records/waiting-guests'
import { type Desk, requireEntitlement } from '../verify/require-entitlement'
import { changeStay, type SeenStay } from './change-stay'
import { guestView } from './guest-view'
import { readDocument } from './read-document'
import { requireHotel } from './require-hotel'
import type { StayPorts } from './stay-ports'

/**
 * Lets somebody wait for a room by a document that the clerk compared: the physical card is never refused, nor is whoever has no
 * phone. The same again, whose answer was lost, is no second guest.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, RECEIVER_MISSING, STAY_FULL, STAY_UNKNOWN, and see {@link readDocument}
 */
export async function admitGuest(
  ports: StayPorts,
  account: AccountKey,
  asked: { readonly stay: string; readonly guest: string; readonly document: GuestDocument },
): Promise<WaitingGuestView> {
  const desk = await requireEntitlement(ports, account, 'hotel')
  const known = readTyped(asked.document, ports.now())
  const guest = await waitForRoom(ports, desk, asked, known)
  return ports.database.transaction(async (transaction) => {
    const former = await transaction.in(WAITING_GUESTS).get(asked.guest)
    if (former) {
      if (former.organisationId !== guest.organisationId || former.stayId !== guest.stayId)
        throw new NanshaError('STAY_UNKNOWN')
      return waitingView(former)
    }
    await insertWaiting(transaction, guest, ports.now())
    return waitingView(guest)
  })
}

/**
 * Records what the desk did for a minor who waits for a room.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, STAY_UNKNOWN also for who was given a room or turned away meanwhile,
 *   RECEIVER_MISSING
 */
export async function doDuties(
  ports: StayPorts,
  account: AccountKey,
  { guest: id, duties }: { readonly guest: string; readonly duties: MinorDuties },
): Promise<WaitingGuestView> {
  const { database } = ports
  const desk = await requireHotel(database, account)
  const seen = await database.in(WAITING_GUESTS).get(id)
  if (seen?.organisationId !== desk.organisation._id) throw new NanshaError('STAY_UNKNOWN')
  const done = await sealDuties(ports, desk, seen.stayId, seen.guest, duties)
  return database.transaction(async (transaction) => {
    const guests = transaction.in(WAITING_GUESTS)
    const waiting = await guests.get(id)
    // Another may have been admitted under this id while the duties were sealed.
    if (waiting?.guest.sealed.ct !== seen.guest.sealed.ct) throw new NanshaError('STAY_UNKNOWN')
    await guests.update(id, { guest: done })
    return waitingView({ ...waiting, guest: done })
  })
}

/** Takes back who waits for a room. @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, STAY_UNKNOWN */
export async function turnAway(
  ports: StayPorts,
  account: AccountKey,
  { guest: id }: { readonly guest: string },
): Promise<void> {
  const { organisation } = await requireHotel(ports.database, account)
  await ports.database.transaction(async (transaction) => {
    const waiting = await transaction.in(WAITING_GUESTS).get(id)
    if (!waiting) return
    if (waiting.organisationId !== organisation._id) throw new NanshaError('STAY_UNKNOWN')
    await removeWaiting(transaction, waiting, ports.now())
  })
}

/**
 * Registers a guest of a party again, by the document in the clerk's hand; also after the departure. What the issuer said of a
 * guest is not replaced by what somebody types. The duties for a minor are done for whom the correction names: what was asked
 * before may have been asked of somebody else.
 *
 * @throws NanshaError STAY_UNKNOWN, INPUT_INVALID for a guest who showed their electronic identity, MINOR_DUTIES_MISSING, and see
 *   {@link changeStay} and {@link readDocument}
 */
export async function correctGuest(
  ports: StayPorts,
  account: AccountKey,
  asked: SeenStay & {
    readonly guest: string
    readonly document: GuestDocument
    readonly duties?: MinorDuties | undefined
  },
) {
  await requireHotel(ports.database, account)
  const known = readTyped(asked.document, ports.now())
  return changeStay(ports, account, asked, 'correct', async (stay, _transaction, desk) => {
    const former = stay.party.find(({ id }) => id === asked.guest)
    if (!former) throw new NanshaError('STAY_UNKNOWN')
    if (former.kind === 'nansha') throw new NanshaError('INPUT_INVALID', { field: 'guest' })
    const place = { stay: stay._id, guest: former.id, version: former.version + 1 }
    const sealed = await sealGuest(ports, desk, place, known)
    const isAsked = asked.duties !== undefined && sealed.isMinor
    const corrected = isAsked ? await sealDuties(ports, desk, stay._id, sealed, asked.duties) : sealed
    if (needsDuties(corrected)) throw new NanshaError('MINOR_DUTIES_MISSING')
    const party = stay.party.map((guest) => (guest.id === former.id ? corrected : guest))
    return { changes: { party }, cause: 'guest-corrected', detail: corrected.name }
  })
}

/** Seals what was done for a minor, to be read with this version of who they are. @throws NanshaError RECEIVER_MISSING */
async function sealDuties(
  { now, sealForReceiver }: Pick<StayPorts, 'now' | 'sealForReceiver'>,
  { organisation, staff }: Desk,
  stay: string,
  guest: PartyGuest,
  duties: MinorDuties,
): Promise<PartyGuest> {
  const { id, version } = guest
  const place = { organisation: organisation._id, stay, guest: id, version, field: 'duties' } as const
  return {
    ...guest,
    duties: { at: new Date(now()), by: staff.name, sealed: await sealForReceiver(place, duties) },
  }
}

/** @throws NanshaError see {@link readDocument} */
function readTyped(document: GuestDocument, now: number): KnownGuest {
  return { ...readDocument(document, now), identified: { read: 'typed' } }
}

/** A guest who waits, as the desk sees them. */
export function waitingView({ guest }: WaitingGuest): WaitingGuestView {
  return { ...guestView(guest), needsDuties: needsDuties(guest) }
}
