import { STAYS } from '@nansha/core/records/stays'
import { WAITING_GUESTS } from '@nansha/core/records/waiting-guests'
import { departStay } from '@nansha/core/stays/change-stay'
import { listStays, listWaiting } from '@nansha/core/stays/list-stays'
import { summariseDesk } from '@nansha/core/stays/summarise-desk'
import type { StayListName } from '@nansha/shared/api/stays'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { beforeEach, describe, expect, it } from 'vitest'
import { createHotel, type Hotel } from '#support/hotel'
import { CLERK, OTHER_CLERK } from '#support/world'

let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})
const list = (name: StayListName, search?: string) =>
  listStays(hotel.stayPorts, CLERK, { list: name, ...(search !== undefined && { search }) })
const rooms = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).stays.map(({ room }) => room)

describe('the lists of a desk', () => {
  it('tell who is here, who leaves today, who should have left, and who has left', async () => {
    await hotel.checkIn('101', 1)
    await hotel.checkIn('102', 2)
    await hotel.checkIn('103', 3)
    const gone = await hotel.checkIn('104', 3)
    await departStay(hotel.stayPorts, CLERK, { stay: gone, revision: 1 })
    hotel.clock.now += 2 * DAY_MS
    expect(await rooms('here')).toEqual(expect.arrayContaining(['101', '102', '103']))
    expect(await rooms('leaving')).toEqual(['102'])
    expect(await rooms('overdue')).toEqual(['101'])
    expect(await rooms('departed')).toEqual(['104'])
    expect(await summariseDesk(hotel.stayPorts, CLERK)).toMatchObject({ here: 3, leaving: 1, overdue: 1 })
  })

  it('find by room, part of a name, four digits and day', async () => {
    await hotel.checkIn('808')
    await hotel.checkIn('909', 5)
    expect(await rooms('here', '808')).toEqual(['808'])
    expect(await rooms('here', '明')).toHaveLength(2)
    expect(await rooms('here', '002x')).toHaveLength(2)
    expect(await rooms('here', hotel.day(5))).toEqual(['909'])
    expect(await rooms('here', '王')).toEqual([])
  })

  it('go on to the end, page by page, each stay once', async () => {
    await hotel.checkIn()
    const [one] = hotel.stays()
    if (!one) throw new Error('There is no stay.')
    const expected = [one._id]
    for (let n = 1; n < 65; n++) {
      const _id = `stay-${String(n).padStart(20, '0')}`
      // Some arrive in the same millisecond.
      const at = new Date(hotel.clock.now + Math.floor(n / 3))
      await hotel.database.in(STAYS).insert({ ...one, _id, place: `${at.toISOString()}.${_id}` })
      expected.push(_id)
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listStays(hotel.stayPorts, CLERK, { list: 'here', after })
      seen.push(...page.stays.map(({ stay }) => stay))
      after = page.next
    } while (after !== undefined)
    expect(seen.length).toBe(65)
    expect([...seen].sort()).toEqual([...expected].sort())
  })

  it('find one stay behind exactly as many as are read at once, and end after exactly as many as a page has', async () => {
    await hotel.checkIn('101')
    const [one] = hotel.stays()
    if (!one) throw new Error('There is no stay.')
    const add = async (from: number, to: number, room: string) => {
      for (let n = from; n < to; n++) {
        const _id = `stay-${String(n).padStart(20, '0')}`
        const at = new Date(hotel.clock.now + 1 + n)
        await hotel.database.in(STAYS).insert({ ...one, _id, room, place: `${at.toISOString()}.${_id}` })
      }
    }
    await add(0, 100, '909')
    expect(await rooms('here', '101')).toEqual(['101'])
    await add(100, 130, '777')
    const first = await listStays(hotel.stayPorts, CLERK, { list: 'here', search: '777' })
    expect(first.stays).toHaveLength(30)
    const rest = await listStays(hotel.stayPorts, CLERK, { list: 'here', search: '777', after: first.next })
    expect(rest).toEqual({ stays: [] })
  })

  it('of who waits for a room go on to the end, each party whole and once', async () => {
    await hotel.admit('stay-0')
    const [one] = hotel.waiting()
    if (!one) throw new Error('Nobody waits.')
    const sizes = Array.from({ length: 260 }, (_, n) => 1 + (n % 4))
    for (const [n, size] of sizes.entries())
      for (let guest = 0; guest < size; guest++)
        await hotel.database
          .in(WAITING_GUESTS)
          .put({ ...one, _id: `guest-${n}-${guest}`, stayId: `party-${n}` })
    const seen = new Map<string, number>()
    let after: string | undefined
    do {
      const page = await listWaiting(hotel.stayPorts, CLERK, { after })
      for (const { stay, guests } of page.parties) {
        expect(seen.has(stay)).toBe(false)
        seen.set(stay, guests.length)
      }
      after = page.next
    } while (after !== undefined)
    expect(seen.size).toBe(261)
    for (const [n, size] of sizes.entries()) expect(seen.get(`party-${n}`)).toBe(size)
    const { parties } = await listWaiting(hotel.stayPorts, CLERK, { stay: 'party-3' })
    expect(parties.map(({ stay, guests }) => [stay, guests.length])).toEqual([['party-3', 4]])
  })

  it('show another organisation nothing', async () => {
    await hotel.checkIn()
    expect(await listStays(hotel.stayPorts, OTHER_CLERK, { list: 'here' })).toEqual({ stays: [] })
    expect(await summariseDesk(hotel.stayPorts, OTHER_CLERK)).toMatchObject({ here: 0, unreported: 0 })
  })
})
