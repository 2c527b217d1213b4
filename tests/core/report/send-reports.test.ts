import { pauseAfter } from '@nansha/core/report/send-reports'
import { departStay, moveStay } from '@nansha/core/stays/change-stay'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { beforeEach, describe, expect, it } from 'vitest'
import { createHotel, type Hotel } from '#support/hotel'
import { CLERK } from '#support/world'

let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})
const states = () => hotel.stays().map(({ state }) => state)

describe('reporting', () => {
  it('brings an arrival to the authority, whose receipt moves the stay on', async () => {
    const stay = await hotel.checkIn()
    expect(await hotel.send()).toEqual({ received: 1, unsent: 0, overdue: 0 })
    expect(hotel.authority.all()).toMatchObject([
      { report: { stay, version: 1, kind: 'arrival', room: '808' } },
    ])
    expect(states()).toEqual(['reported'])
    expect(hotel.queue()).toMatchObject([{ state: 'done' }])
  })

  it('follows a stay through correction and departure', async () => {
    const stay = await hotel.checkIn()
    await hotel.send()
    await moveStay(hotel.stayPorts, CLERK, { stay, revision: 1, room: '909' })
    expect(states()).toEqual(['corrected'])
    await hotel.send()
    expect(states()).toEqual(['reported'])
    await departStay(hotel.stayPorts, CLERK, { stay, revision: 2 })
    await hotel.send()
    expect(states()).toEqual(['departure-reported'])
    expect(hotel.authority.all().map(({ report }) => report.kind)).toEqual([
      'arrival',
      'correction',
      'departure',
    ])
  })

  it('keeps a stay unreported when a receipt comes for a version before the newest', async () => {
    const stay = await hotel.checkIn()
    const [first] = hotel.queue()
    await moveStay(hotel.stayPorts, CLERK, { stay, revision: 1, room: '909' })
    hotel.network.losesAnswers = true
    await hotel.send()
    expect(first?.revision).toBe(1)
    expect(states()).toEqual(['corrected'])
  })

  it('reports a stay once, however often its answer is lost', async () => {
    await hotel.checkIn()
    hotel.network.losesAnswers = true
    for (let n = 0; n < 4; n++) {
      await hotel.send()
      hotel.clock.now += 61 * MINUTE_MS
    }
    hotel.network.losesAnswers = false
    await hotel.send()
    expect(hotel.authority.all()).toHaveLength(1)
    expect(states()).toEqual(['reported'])
  })

  it('waits longer after each failure, up to an hour, and sounds the alarm after two', async () => {
    expect([1, 2, 3, 7, 30].map((n) => pauseAfter(n) / MINUTE_MS)).toEqual([1, 2, 4, 60, 60])
    hotel.network.isUp = false
    await hotel.checkIn()
    expect(await hotel.send()).toEqual({ received: 0, unsent: 1, overdue: 0 })
    await hotel.send()
    expect(hotel.network.requests).toBe(1)
    hotel.clock.now += MINUTE_MS
    await hotel.send()
    expect(hotel.network.requests).toBe(2)
    hotel.clock.now += 2 * 60 * MINUTE_MS
    expect(await hotel.send()).toMatchObject({ overdue: 1 })
    hotel.network.isUp = true
    hotel.clock.now += 60 * MINUTE_MS
    expect(await hotel.send()).toEqual({ received: 1, unsent: 0, overdue: 0 })
  })
})
