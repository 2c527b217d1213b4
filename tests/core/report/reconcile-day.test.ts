import { GUEST_REPORTS } from '@nansha/core/records/guest-reports'
import type { ReportDay } from '@nansha/core/records/report-days'
import { reconcile } from '@nansha/core/report/reconcile-day'
import { summariseDesk } from '@nansha/core/stays/summarise-desk'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { createHotel, type Hotel } from '#support/hotel'
import { CLERK } from '#support/world'

let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})
const days = () => (hotel.database.dump().reportDays ?? []) as ReportDay[]

it('a night finds both sides equal', async () => {
  await hotel.checkIn('101')
  await hotel.checkIn('102')
  await hotel.send()
  hotel.clock.now += DAY_MS
  expect(await reconcile(hotel.reporting)).toEqual({ equal: 1, different: 0 })
  expect(days()).toMatchObject([{ state: 'equal', count: 2, missing: 0, unknown: 0 }])
})

it('what the authority lost is found, shown and sent again', async () => {
  const lost = await hotel.checkIn('101')
  await hotel.checkIn('102')
  await hotel.send()
  hotel.authority.forget(lost)
  hotel.clock.now += DAY_MS
  expect(await reconcile(hotel.reporting)).toEqual({ equal: 0, different: 1 })
  expect(days()).toMatchObject([{ state: 'different', missing: 1, unknown: 0 }])
  expect((await summariseDesk(hotel.stayPorts, CLERK)).differentDays).toHaveLength(1)
  expect(await hotel.send()).toMatchObject({ received: 1 })
  expect(await reconcile(hotel.reporting)).toEqual({ equal: 1, different: 0 })
  expect((await summariseDesk(hotel.stayPorts, CLERK)).differentDays).toEqual([])
})

it('what the authority has and nobody here knows is shown', async () => {
  const forgotten = await hotel.checkIn('101')
  await hotel.checkIn('102')
  await hotel.send()
  await hotel.database.in(GUEST_REPORTS).remove(`${forgotten}.1`)
  hotel.clock.now += DAY_MS
  await reconcile(hotel.reporting)
  expect(days()).toMatchObject([{ state: 'different', missing: 0, unknown: 1 }])
})

it('a day of more reports than one answer holds is compared whole', async () => {
  const lost = await hotel.checkIn('1')
  const [report] = hotel.queue()
  await hotel.send()
  // The same report under other names, as the authority would have them from a large hotel.
  for (let n = 0; n < 450; n++) {
    const _id = `${String(n).padStart(22, 'a')}.1`
    const copy = {
      ...report,
      _id,
      stayId: _id.slice(0, 22),
      report: report?.report.replace(lost, _id.slice(0, 22)),
    }
    await hotel.database.in(GUEST_REPORTS).insert(copy as never)
  }
  hotel.clock.now += DAY_MS
  await reconcile(hotel.reporting)
  expect(days()).toMatchObject([{ state: 'different', count: 451, missing: 450 }])
})

it('an authority that does not answer changes nothing', async () => {
  await hotel.checkIn()
  await hotel.send()
  hotel.network.isUp = false
  hotel.clock.now += DAY_MS
  expect(await reconcile(hotel.reporting)).toEqual({ equal: 0, different: 0 })
  expect(days()).toEqual([])
})
