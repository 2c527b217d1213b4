import { annulStay, departStay } from '@nansha/core/stays/change-stay'
import { dayFigures, summariseDesk } from '@nansha/core/stays/summarise-desk'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel, MANAGER } from '#support/hotel'
import { CLERK } from '#support/world'

let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})
const inHouse = async (day: string) => (await dayFigures(hotel.stayPorts, MANAGER, { day })).inHouse
const depart = (stay: string) => departStay(hotel.stayPorts, CLERK, { stay, revision: 1 })

it('a manager’s figures say who was in the house at the end of a day, also of a day that is over', async () => {
  const days = [0, 1, 2, 3].map(hotel.day) as [string, string, string, string]
  const leaves = await hotel.checkIn('808', 1)
  await hotel.checkIn('909', 9)
  hotel.clock.now += DAY_MS
  await depart(leaves)
  const overdue = await hotel.checkIn('101', 1)
  const mistaken = await hotel.checkIn('102', 1)
  await annulStay(hotel.stayPorts, CLERK, { stay: mistaken, revision: 1, reason: 'entered-twice' })
  hotel.clock.now += 2 * DAY_MS
  await depart(overdue)
  expect(await Promise.all(days.map(inHouse))).toEqual([
    { stays: 2, guests: 2 },
    { stays: 2, guests: 2 },
    { stays: 2, guests: 2 },
    { stays: 1, guests: 1 },
  ])
  expect(await inHouse(hotel.day(-4))).toEqual({ stays: 0, guests: 0 })
})

it('a manager’s figures tell what of a day the authority has, and what it waits for', async () => {
  await hotel.checkIn('808')
  await hotel.send()
  await hotel.checkIn('809')
  await hotel.checkIn('810')
  const figures = async (day: number) =>
    (await dayFigures(hotel.stayPorts, MANAGER, { day: hotel.day(day) })).reports
  expect(await figures(0)).toEqual({ sent: 1, waiting: 2 })
  hotel.clock.now += DAY_MS
  await hotel.checkIn('811')
  expect(await figures(0)).toEqual({ sent: 0, waiting: 1 })
})

it('the desk is told how many began their stay today, without those entered by mistake', async () => {
  await hotel.checkIn('808')
  hotel.clock.now += DAY_MS
  await hotel.checkIn('909')
  const mistaken = await hotel.checkIn('102')
  await annulStay(hotel.stayPorts, CLERK, { stay: mistaken, revision: 1, reason: 'nobody-stayed' })
  expect(await summariseDesk(hotel.stayPorts, CLERK)).toMatchObject({ arrivedToday: 1, here: 2 })
})
