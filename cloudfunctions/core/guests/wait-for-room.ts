import { ageInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import type { Identified } from '@nansha/shared/api/guest-document'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { GuestKind } from '@nansha/shared/guest-report/guest-report'
import type { Now } from '../function/answer'
import type { Organisation } from '../records/organisations'
import type { StaffMember } from '../records/staff'
import type { PartyGuest } from '../records/stays'
import type { WaitingGuest } from '../records/waiting-guests'
import type { SealForReceiver } from './seal-for-receiver'

/** Whoever got no room within a day did not stay. */
const WAITING_KEPT_MS = DAY_MS

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
 * @param place.version 1, and one more at each correction
 * @throws NanshaError RECEIVER_MISSING
 */
export async function sealGuest(
  { now, sealForReceiver }: Ports,
  { staff, organisation }: Registrar,
  { version, ...place }: { readonly stay: string; readonly guest: string; readonly version: number },
  known: KnownGuest,
): Promise<PartyGuest> {
  const where = { organisation: organisation._id, ...place, version, field: 'fields' } as const
  return {
    id: place.guest,
    kind: known.kind,
    name: known.name,
    last4: known.number.slice(-4),
    isMinor: ageInChina(known.birthdate, now()) < FULL_AGE,
    version,
    sealed: await sealForReceiver(where, known.fields),
    checkedAt: new Date(now()),
    checkedBy: staff.name,
    ...(known.identified && { identified: known.identified }),
  }
}

/** {@link sealGuest}, to be inserted among those who wait for a room. */
export async function waitForRoom(
  ports: Ports,
  desk: Registrar,
  place: { readonly stay: string; readonly guest: string },
  known: KnownGuest,
): Promise<WaitingGuest> {
  const guest = await sealGuest(ports, desk, { ...place, version: 1 }, known)
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

/** A minor for whom the desk has not done what it must. */
export function needsDuties({ isMinor, duties }: PartyGuest): boolean {
  return isMinor && duties === undefined
}
