import { annulStay, departStay, moveStay } from '@nansha/core/stays/change-stay'
import { listStays, showStay } from '@nansha/core/stays/list-stays'
import { dayFigures } from '@nansha/core/stays/summarise-desk'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel, MANAGER } from '#support/hotel'
import { CLERK } from '#support/world'

let hotel: Hotel
let stay: string
beforeEach(async () => {
  hotel = await createHotel()
  stay = await hotel.checkIn()
})
const annul = (revision = 1) => annulStay(hotel.stayPorts, CLERK, { stay, revision, reason: 'nobody-stayed' })

it('an entry made by mistake is annulled with its reason, its trail stays, and the authority hears of it', async () => {
  await annul()
  expect(await showStay(hotel.stayPorts, CLERK, stay)).toMatchObject({
    state: 'annulled',
    trail: [{ cause: 'arrival' }, { cause: 'annulment', actor: '王芳', detail: 'nobody-stayed' }],
  })
  expect(hotel.queue().map(({ kind }) => kind)).toContain('annulment')
  await hotel.send()
  expect((await showStay(hotel.stayPorts, CLERK, stay)).state).toBe('annulment-reported')
  expect((await listStays(hotel.stayPorts, CLERK, { list: 'here' })).stays).toEqual([])
})

it('what is annulled is changed no more, and who has left is not annulled', async () => {
  await annul()
  for (const change of [
    () => annul(2),
    () => departStay(hotel.stayPorts, CLERK, { stay, revision: 2 }),
    () => moveStay(hotel.stayPorts, CLERK, { stay, revision: 2, room: '1' }),
  ])
    await expect(change()).rejects.toMatchObject({ code: 'STAY_ENDED' })
  stay = await hotel.checkIn('909')
  await departStay(hotel.stayPorts, CLERK, { stay, revision: 1 })
  await expect(annul(2)).rejects.toMatchObject({ code: 'STAY_ENDED' })
})

it('a manager’s figures count it apart', async () => {
  await hotel.checkIn('909')
  await annul()
  expect(await dayFigures(hotel.stayPorts, MANAGER, { day: hotel.day(0) })).toMatchObject({
    arrivals: 1,
    guests: 1,
    annulled: 1,
  })
})
