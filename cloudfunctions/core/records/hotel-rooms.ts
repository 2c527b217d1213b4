import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const HOTEL_ROOMS = defineCollection<HotelRoomList>('hotelRooms', { clear: 'all', vouchedBy: 'stay' })

/** The rooms that a manager says there are. `_id` is the organisation. */
export interface HotelRoomList extends Stored {
  readonly rooms: readonly string[]
}
