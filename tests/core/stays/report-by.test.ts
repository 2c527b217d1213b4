import { randomId } from '@nansha/core/function/random-id'
import { listStays, showStay } from '@nansha/core/stays/list-stays'
import { summariseDesk } from '@nansha/core/stays/summarise-desk'
import type { GuestDocument } from '@nansha/shared/api/guest-document'
import { DAY_MS, HOUR_MS, SECOND_MS } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel } from '#support/hotel'
import { CLERK } from '#support/world'

const PERMIT: GuestDocument = {
  kind: 'permit',
  name: '陈大文',
  number: 'H12345678',
  from: 'HKG',
  sex: 'male',
  birthdate: '1980-02-03',
  validUntil: '2030-01-01',
  address: '广东省广州市南沙区示范路8号',
  compared: true,
}
let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})

it('a guest from abroad is to be reported within a day of their arrival, and the desk counts it down', async () => {
  const stay = randomId()
  await hotel.admit(stay, PERMIT)
  const at = (hotel.clock.now + DAY_MS) / 1000
  hotel.clock.now += HOUR_MS
  await hotel.arrive(stay, '808')
  expect((await showStay(hotel.stayPorts, CLERK, stay)).reportBy).toBe(at)
  expect((await listStays(hotel.stayPorts, CLERK, { list: 'here' })).stays).toMatchObject([{ reportBy: at }])
  expect((await summariseDesk(hotel.stayPorts, CLERK)).reportBy).toEqual({ at, stay, room: '808' })
})

it('the clock ends with the authority’s receipt, and begins anew for who is added later', async () => {
  const stay = randomId()
  await hotel.admit(stay, PERMIT)
  await hotel.arrive(stay)
  await hotel.send()
  expect(await showStay(hotel.stayPorts, CLERK, stay)).not.toHaveProperty('reportBy')
  expect(await summariseDesk(hotel.stayPorts, CLERK)).not.toHaveProperty('reportBy')
})

it('a guest of this country has no such clock', async () => {
  await hotel.checkIn()
  expect(await summariseDesk(hotel.stayPorts, CLERK)).not.toHaveProperty('reportBy')
})

it('the desk counts it down however many older stays are unreported', async () => {
  for (let room = 1; room <= 101; room++) {
    const stay = randomId()
    await hotel.admit(stay)
    await hotel.arrive(stay, String(room))
    hotel.clock.now += SECOND_MS
  }
  const stay = randomId()
  await hotel.admit(stay, PERMIT)
  await hotel.arrive(stay, '808')
  expect((await summariseDesk(hotel.stayPorts, CLERK)).reportBy).toMatchObject({ stay, room: '808' })
})
