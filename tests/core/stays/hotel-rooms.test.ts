import { departStay } from '@nansha/core/stays/change-stay'
import { listRooms, setRooms } from '@nansha/core/stays/hotel-rooms'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel, MANAGER } from '#support/hotel'
import { CLERK, OTHER_CLERK } from '#support/world'

let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})

it('rooms are free until somebody is in them, in the order of their numbers, and free again after', async () => {
  await setRooms(hotel.stayPorts, MANAGER, { rooms: ['1001', '808', '909'] })
  const stay = await hotel.checkIn('808')
  expect(await listRooms(hotel.stayPorts, CLERK)).toEqual({
    isListed: true,
    mayList: false,
    rooms: [
      { room: '808', stays: [{ stay, guests: 1 }] },
      { room: '909', stays: [] },
      { room: '1001', stays: [] },
    ],
  })
  await departStay(hotel.stayPorts, CLERK, { stay, revision: 1 })
  expect((await listRooms(hotel.stayPorts, CLERK)).rooms.flatMap(({ stays }) => stays)).toEqual([])
})

it('who is in a room that is not listed is shown there, and nobody is checked out by a new list', async () => {
  const stay = await hotel.checkIn('808')
  await setRooms(hotel.stayPorts, MANAGER, { rooms: ['101'] })
  expect((await listRooms(hotel.stayPorts, MANAGER)).rooms).toEqual([
    { room: '101', stays: [] },
    { room: '808', stays: [{ stay, guests: 1 }], isUnlisted: true },
  ])
})

it('a clerk lists no rooms, and nobody sees another hotel’s', async () => {
  await expect(setRooms(hotel.stayPorts, CLERK, { rooms: ['1'] })).rejects.toMatchObject({
    code: 'CALLER_FORBIDDEN',
  })
  await setRooms(hotel.stayPorts, MANAGER, { rooms: ['101'] })
  expect((await listRooms(hotel.stayPorts, OTHER_CLERK)).rooms).toEqual([])
})
