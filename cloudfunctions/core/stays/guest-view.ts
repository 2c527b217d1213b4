import type { GuestView } from '@nansha/shared/api/stays-answers'
import type { PartyGuest } from '../records/stays'

/** A guest as a hotel sees one. */
export function guestView({ id, kind, name, last4, isMinor }: PartyGuest): GuestView {
  return { guest: id, kind, name, last4, isMinor }
}
