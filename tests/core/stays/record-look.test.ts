import { RECORD_LOOKS } from '@nansha/core/records/record-looks'
import { listStays, listWaiting, showStay } from '@nansha/core/stays/list-stays'
import { listLooks } from '@nansha/core/stays/record-look'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel, MANAGER } from '#support/hotel'
import { CLERK } from '#support/world'

let hotel: Hotel
let stay: string
beforeEach(async () => {
  hotel = await createHotel()
  stay = await hotel.checkIn('808')
})
const looks = (asked: { stay?: string; after?: string } = {}) => listLooks(hotel.stayPorts, MANAGER, asked)

it('who looked at a stay, at a list, or searched, is told to the manager, the latest first', async () => {
  await showStay(hotel.stayPorts, CLERK, stay)
  hotel.clock.now += 1000
  await listStays(hotel.stayPorts, CLERK, { list: 'here' })
  hotel.clock.now += 1000
  await listStays(hotel.stayPorts, CLERK, { list: 'departed', search: ' 王 ' })
  hotel.clock.now += 1000
  await listWaiting(hotel.stayPorts, CLERK)
  expect((await looks()).looks).toMatchObject([
    { name: '王芳', list: 'waiting' },
    { name: '王芳', list: 'departed', search: '王' },
    { name: '王芳', list: 'here' },
    { name: '王芳', room: '808', stay },
  ])
  expect((await looks({ stay })).looks).toHaveLength(1)
})

it('looks within a minute are one, and later ones another', async () => {
  await showStay(hotel.stayPorts, CLERK, stay)
  await showStay(hotel.stayPorts, CLERK, stay)
  expect((await showStay(hotel.stayPorts, MANAGER, stay)).looks).toBe(2)
  hotel.clock.now += MINUTE_MS
  await showStay(hotel.stayPorts, CLERK, stay)
  expect((await looks({ stay })).looks).toHaveLength(3)
})

it('a clerk is told of no looks', async () => {
  expect(await showStay(hotel.stayPorts, CLERK, stay)).not.toHaveProperty('looks')
  await expect(listLooks(hotel.stayPorts, CLERK, {})).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
})

it('a record whose look cannot be noted is not shown', async () => {
  const database = {
    ...hotel.database,
    in: ((token: typeof RECORD_LOOKS) => {
      const found = hotel.database.in(token)
      if (token.name !== RECORD_LOOKS.name) return found
      return { ...found, insert: () => Promise.reject(new Error('The database is full.')) }
    }) as typeof hotel.database.in,
  }
  await expect(showStay({ ...hotel.stayPorts, database }, CLERK, stay)).rejects.toThrow('full')
  await expect(listStays({ ...hotel.stayPorts, database }, CLERK, { list: 'here' })).rejects.toThrow('full')
  await expect(listWaiting({ ...hotel.stayPorts, database }, CLERK)).rejects.toThrow('full')
})

it('looks go on page by page to the end, each once', async () => {
  for (let n = 0; n < 70; n++) {
    hotel.clock.now += MINUTE_MS
    await showStay(hotel.stayPorts, CLERK, stay)
  }
  const first = await looks()
  const second = await looks({ after: first.next ?? '' })
  expect([first.looks.length, second.looks.length, second.next]).toEqual([50, 20, undefined])
  expect(new Set([...first.looks, ...second.looks].map(({ look }) => look)).size).toBe(70)
})
