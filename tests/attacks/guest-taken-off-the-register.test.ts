import { correctGuest } from '@nansha/core/stays/admit-guest'
import { addGuests, departStay, removeGuest } from '@nansha/core/stays/change-stay'
import { expect, it } from 'vitest'
import { CARD, createHotel } from '#support/hotel'
import { CLERK } from '#support/world'

it('a clerk does not put another person in the place of a guest who showed their electronic identity', async () => {
  const hotel = await createHotel()
  const stay = await hotel.checkIn()
  const before = hotel.stays()
  const guest = before[0]?.party[0]?.id ?? ''
  const replaced = correctGuest(hotel.stayPorts, CLERK, { stay, revision: 1, guest, document: CARD })
  await expect(replaced).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'guest' } })
  expect(hotel.stays()).toEqual(before)
})

it('a clerk does not take a guest off the register after the departure', async () => {
  const hotel = await createHotel()
  const stay = await hotel.checkIn()
  await hotel.admit(stay)
  await addGuests(hotel.stayPorts, CLERK, { stay, revision: 1 })
  await departStay(hotel.stayPorts, CLERK, { stay, revision: 2 })
  const before = hotel.stays()
  for (const { id: guest } of before[0]?.party ?? [])
    await expect(removeGuest(hotel.stayPorts, CLERK, { stay, revision: 3, guest })).rejects.toMatchObject({
      code: 'STAY_ENDED',
    })
  expect(hotel.stays()).toEqual(before)
})
