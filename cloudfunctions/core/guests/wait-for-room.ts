import { ageInChina } from '@nansha/shared/age-in-china'
import { type Identified, MOST_GUESTS } from '@nansha/shared/api/stays'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { GuestKind } from '@nansha/shared/guest-report/guest-report'
import type { Now } from '../function/answer'
import { type Cap, freeSlot, takeSlots } from '../limits/slots'
import type { Transaction } from '../platform/database'
import type { Organisation } from '../records/organisations'
import { ORGANISATION_SLOTS } from '../records/slots'
import type { StaffMember } from '../records/staff'
import type { PartyGuest } from '../records/stays'
import { WAITING_GUESTS, type WaitingGuest } from '../records/waiting-guests'
import type { SealForReceiver } from './seal-for-receiver'

/** Whoever got no room within a day did not stay. */
const WAITING_KEPT_MS = DAY_MS

const ADULT_AGE = 18

/** A guest as a document or the cloud's own records say. */
export interface KnownGuest {
  readonly kind: GuestKind
  readonly name: string
  /** Of the document; empty where there is none. */
  readonly number: string
  /** `YYYY-MM-DD` */
  readonly birthdate: string
  /** All that the law asks for, by name. */
  readonly fields: object
  /** How, without an electronic identity. */
  readonly identified?: Identified
}

/** Who registers a guest, and for whom. */
interface Registrar {
  readonly staff: StaffMember
  readonly organisation: Organisation
}

interface Ports {
  readonly now: Now
  readonly sealForReceiver: SealForReceiver
}

/**
 * Makes of a checked person a guest of whom the hotel keeps the name and four digits, and the authority gets the rest.
 *
 * @throws NanshaError RECEIVER_MISSING
 */
export async function sealGuest(
  { now, sealForReceiver }: Ports,
  { staff, organisation }: Registrar,
  place: { readonly stay: string; readonly guest: string },
  known: KnownGuest,
  former?: PartyGuest,
): Promise<PartyGuest> {
  const version = (former?.version ?? 0) + 1
  const where = { organisation: organisation._id, ...place, version, field: 'fields' } as const
  return {
    id: place.guest,
    kind: known.kind,
    name: known.name,
    last4: known.number.slice(-4),
    isMinor: ageInChina(known.birthdate, now()) < ADULT_AGE,
    version,
    sealed: await sealForReceiver(where, known.fields),
    checkedAt: new Date(now()),
    checkedBy: staff.name,
    ...(known.identified && { identified: known.identified }),
    ...(former?.duties && { duties: former.duties }),
  }
}

/** {@link sealGuest}, to be inserted among those who wait for a room. */
export async function waitForRoom(
  ports: Ports,
  desk: Registrar,
  place: { readonly stay: string; readonly guest: string },
  known: KnownGuest,
): Promise<WaitingGuest> {
  const guest = await sealGuest(ports, desk, place, known)
  return {
    _id: guest.id,
    organisationId: desk.organisation._id,
    staff: desk.staff._id,
    stayId: place.stay,
    at: guest.checkedAt,
    guest,
    expiresAt: new Date(ports.now() + WAITING_KEPT_MS),
  }
}

/**
 * Lets a guest wait, and counts them in the same transaction, or many at once would all be let in. Who showed an electronic
 * identity is counted and never refused: it was disclosed already, and the party is looked at when it gets its room.
 *
 * @throws NanshaError STAY_FULL for one more than a party may have
 */
export async function insertWaiting(
  transaction: Transaction,
  guest: WaitingGuest,
  now: number,
): Promise<void> {
  const most = guest.guest.kind === 'nansha' ? Number.POSITIVE_INFINITY : MOST_GUESTS
  const slot = { id: guest._id, count: 1, until: guest.expiresAt }
  await takeSlots(transaction, { ...partyOf(guest), most, refusal: 'STAY_FULL' }, slot, now)
  await transaction.in(WAITING_GUESTS).insert(guest)
}

/** Takes out of those who wait a guest that the transaction has read. */
export async function removeWaiting(
  transaction: Transaction,
  guest: WaitingGuest,
  now: number,
): Promise<void> {
  await freeSlot(transaction, partyOf(guest), guest._id, now)
  await transaction.in(WAITING_GUESTS).remove(guest._id)
}

function partyOf({ organisationId, stayId }: WaitingGuest): Omit<Cap, 'most'> {
  return { id: `waiting.${organisationId}.${stayId}`, collection: ORGANISATION_SLOTS }
}

/** A minor for whom the desk has not done what it must. */
export function needsDuties({ isMinor, duties }: PartyGuest): boolean {
  return isMinor && duties === undefined
}
