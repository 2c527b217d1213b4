import { randomId } from '@nansha/core/function/random-id'
import { STAFF } from '@nansha/core/records/staff'
import { annulStay } from '@nansha/core/stays/change-stay'
import { closeShift, openShift, showShift } from '@nansha/core/stays/shifts'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel } from '#support/hotel'
import { CLERK } from '#support/world'

const NEXT = 'wxverifier:next'
let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
  await hotel.database.in(STAFF).put({
    _id: NEXT,
    organisationId: 'organisation-1',
    role: 'clerk',
    // A name that two people share tells nobody another's figures.
    name: '王芳',
    joinedAt: new Date(0),
  })
})
const begin = async (account: typeof CLERK | typeof NEXT = CLERK, takes: string[] = []) => {
  const shift = randomId()
  await openShift(hotel.stayPorts, account, { shift, takes })
  return shift
}
const end = (shift: string, account: typeof CLERK | typeof NEXT = CLERK) =>
  closeShift(hotel.stayPorts, account, { shift, note: '808 叫早', warnings: 1 })
const show = (account: typeof CLERK | typeof NEXT = CLERK) => showShift(hotel.stayPorts, account)

it('a shift hands over what is left to do, with a note, and the next clerk takes it over', async () => {
  const shift = await begin()
  await hotel.checkIn('808')
  await hotel.scan()
  await end(shift)
  const { handedOver } = await show(NEXT)
  expect(handedOver).toMatchObject([
    {
      shift,
      by: '王芳',
      note: '808 叫早',
      left: { here: 1, overdue: 0, waiting: 1, unreported: 1, warnings: 1 },
    },
  ])
  await begin(NEXT, [shift])
  expect(await show(NEXT)).toMatchObject({ own: { arrivals: 0 }, handedOver: [] })
})

it('a clerk sees the figures of the own shift alone, also when a colleague has the same name', async () => {
  await begin()
  await hotel.checkIn('808')
  await begin(NEXT)
  const annulled = await hotel.checkIn('809')
  await annulStay(hotel.stayPorts, CLERK, { stay: annulled, revision: 1, reason: 'entered-twice' })
  expect((await show()).own).toMatchObject({ arrivals: 1, guests: 1 })
  expect((await show(NEXT)).own).toMatchObject({ arrivals: 0, guests: 0 })
})

it('of two clerks who take over at once one does', async () => {
  const shift = await begin()
  await end(shift)
  const takers = await Promise.allSettled([begin(NEXT, [shift]), begin(CLERK, [shift])])
  expect(takers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('opening and closing again, after a lost answer, changes nothing', async () => {
  const shift = await begin()
  await openShift(hotel.stayPorts, CLERK, { shift, takes: [] })
  await end(shift)
  await hotel.checkIn('808')
  await end(shift)
  expect((await show()).handedOver).toMatchObject([{ left: { here: 0 } }])
})

it('nobody closes or takes a colleague’s open shift', async () => {
  const shift = await begin()
  for (const attempt of [
    () => end(shift, NEXT),
    () => begin(NEXT, [shift]),
    () => openShift(hotel.stayPorts, NEXT, { shift, takes: [] }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'SHIFT_CHANGED' })
})

it('the last ten hand-overs wait, and what was handed over before them does not', async () => {
  for (let n = 0; n < 11; n++) {
    hotel.clock.now += 1000
    await end(await begin())
  }
  const { handedOver } = await show(NEXT)
  expect(handedOver).toHaveLength(10)
  expect(handedOver[0]?.closedAt).toBe(unixSeconds(hotel.clock.now))
})
