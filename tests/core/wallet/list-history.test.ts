import { citizenEvent } from '@nansha/core/history/citizen-event'
import { CITIZEN_EVENTS } from '@nansha/core/records/citizen-events'
import { DEVICES } from '@nansha/core/records/devices'
import { listHistory } from '@nansha/core/wallet/list-history'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { enrolCitizen } from '../../support/enrolled-citizen'

const DAY_MS = 86_400_000
const alice = 'wxc:alice' as const

let cloud: ReturnType<typeof createEnrolPorts>
let device: Parameters<typeof listHistory>[1]['device']
beforeEach(async () => {
  cloud = createEnrolPorts()
  await enrolCitizen(cloud, alice)
  for await (const found of cloud.ports.database.in(DEVICES).scan({})) device = found
})

const happen = (milliseconds: number) =>
  cloud.ports.database
    .in(CITIZEN_EVENTS)
    .insert(
      citizenEvent(cloud.ports, device.citizenId, cloud.clock.now - milliseconds, { kind: 'presented' }),
    )

/** Page after page, as a phone asks for them. */
async function readAll() {
  const pages: (readonly HistoryEntry[])[] = []
  for (let page = await listHistory(cloud.ports, { device }); ; ) {
    pages.push(page.entries)
    const last = page.entries.at(-1)
    if (!page.isMore || !last) return pages
    page = await listHistory(cloud.ports, { device }, last)
  }
}

describe('the history of a citizen', () => {
  it('that fits one answer says that there is no more', async () => {
    await happen(DAY_MS)
    const { entries, isMore } = await listHistory(cloud.ports, { device })
    expect(entries.map(({ kind }) => kind)).toEqual(['issued', 'presented'])
    expect(isMore).toBeUndefined()
  })

  it('is read page by page to its oldest entry, each entry once, those of one second too', async () => {
    for (let day = 0; day < 60; day++) await happen(day * 6 * DAY_MS + 1000)
    for (let twin = 0; twin < 150; twin++) await happen(40 * DAY_MS)
    const pages = await readAll()
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 11])
    const ids = pages.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(211)
    const times = pages.flat().map(({ at }) => at)
    expect(times).toEqual([...times].sort((one, other) => other - one))
  })

  it('of a hundred entries ends with the first answer', async () => {
    for (let n = 1; n < 100; n++) await happen(n * 1000)
    const { entries, isMore } = await listHistory(cloud.ports, { device })
    expect([entries.length, isMore]).toEqual([100, undefined])
    await happen(1_000_000)
    expect(await listHistory(cloud.ports, { device })).toMatchObject({
      entries: { length: 100 },
      isMore: true,
    })
  })

  it('goes on from the time of an entry that was forgotten meanwhile', async () => {
    for (const seconds of [10, 20, 30]) await happen(seconds * 1000)
    const at = Math.floor(cloud.clock.now / 1000) - 20
    const { entries } = await listHistory(cloud.ports, { device }, { at, id: 'forgotten' })
    expect(entries.map((entry) => entry.at)).toEqual([at - 10])
  })

  it('goes on from an entry of a phone whose clock is days ahead', async () => {
    await happen(1000)
    const at = cloud.clock.now / 1000 + 3 * 86_400
    const { entries } = await listHistory(cloud.ports, { device }, { at, id: 'of another clock' })
    expect(entries.map(({ kind }) => kind)).toEqual(['issued', 'presented'])
  })

  it('tells what happened within one second in its order', async () => {
    const second = Math.floor(cloud.clock.now / 1000 - 5) * 1000
    const kinds = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? 'frozen' : 'unfrozen'))
    for (const [n, kind] of kinds.entries())
      await cloud.ports.database
        .in(CITIZEN_EVENTS)
        .insert(citizenEvent(cloud.ports, device.citizenId, second + n * 50, { kind }))
    const [, ...told] = (await listHistory(cloud.ports, { device })).entries.map(({ kind }) => kind)
    expect(told).toEqual([...kinds].reverse())
  })

  it('ends after a year', async () => {
    await happen(370 * DAY_MS)
    expect((await readAll()).flat().map(({ kind }) => kind)).toEqual(['issued'])
  })
})
