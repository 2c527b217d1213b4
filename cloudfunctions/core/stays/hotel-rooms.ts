import type { HotelRooms } from '@nansha/shared/api/stays-answers'
import type { AccountKey } from '../records/account-key'
import { HOTEL_ROOMS } from '../records/hotel-rooms'
import { STAYS } from '../records/stays'
import { requireHotel, requireManager } from './require-hotel'
import type { StayPorts } from './stay-ports'

type Ports = Pick<StayPorts, 'database'>

/**
 * The rooms of a hotel, free and occupied. It names no guest.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED
 */
export async function listRooms({ database }: Ports, account: AccountKey): Promise<HotelRooms> {
  const { organisation, staff } = await requireHotel(database, account)
  const listed = (await database.in(HOTEL_ROOMS).get(organisation._id))?.rooms
  const rooms = new Map((listed ?? []).map((room) => [room, [] as { stay: string; guests: number }[]]))
  const isListed = new Set(rooms.keys())
  for await (const stay of database.in(STAYS).scan({ organisationId: organisation._id, isHere: true })) {
    const stays = rooms.get(stay.room) ?? []
    rooms.set(stay.room, [...stays, { stay: stay._id, guests: stay.party.length }])
  }
  return {
    rooms: [...rooms]
      .map(([room, stays]) => ({ room, stays, ...(!isListed.has(room) && { isUnlisted: true as const }) }))
      .sort((a, b) => a.room.localeCompare(b.room, 'en', { numeric: true })),
    isListed: listed !== undefined,
    mayList: staff.role === 'manager',
  }
}

/**
 * Says which rooms a hotel has. Nobody is checked out by it: who is in a room that is no longer listed stays in it.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, CALLER_FORBIDDEN for a clerk
 */
export async function setRooms(
  { database }: Ports,
  account: AccountKey,
  { rooms }: { readonly rooms: readonly string[] },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const { organisation } = await requireManager(transaction, account)
    await transaction.in(HOTEL_ROOMS).put({ _id: organisation._id, rooms: [...new Set(rooms)] })
  })
}
