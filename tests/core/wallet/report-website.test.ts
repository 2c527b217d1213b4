import { listWebsiteReports } from '@nansha/core/organisation/list-reports'
import { beforeEach, expect, it } from 'vitest'
import { OPERATOR } from '../../support/online-cloud'
import { ALICE } from '../../support/online-phone'
import { createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a complaint of a website is counted by day for the operator, and says nothing of who made it', async () => {
  const { client } = online.phone.wallet
  await client.reportWebsite('hall.example', 'report')
  await client.reportWebsite('hall.example', 'report')
  await client.reportWebsite('hall.example', 'erase')
  const { reports } = await listWebsiteReports(online.register, OPERATOR)
  expect(reports).toHaveLength(2)
  expect(reports).toContainEqual(
    expect.objectContaining({ domain: 'hall.example', kind: 'report', count: 2, day: '2027-01-15' }),
  )
  const [stored = {}] = online.cloud.database.dump().websiteReports as unknown as object[]
  expect(stored).toMatchObject({ expiresAt: new Date(online.cloud.clock.now + 365 * 86_400_000) })
  expect(Object.keys(stored).sort()).toEqual(['_id', 'count', 'day', 'domain', 'expiresAt', 'kind'])
})

it('complaints of websites are shown to the operator alone', async () => {
  expect(await refusalIn(() => listWebsiteReports(online.register, ALICE))).toBe('CALLER_FORBIDDEN')
})

it('one phone makes ten complaints of websites a day', async () => {
  const { client } = online.phone.wallet
  for (let n = 0; n < 10; n++) await client.reportWebsite('hall.example', 'report')
  const more = () => client.reportWebsite('hall.example', 'report')
  expect(await refusalIn(more)).toBe('ATTEMPTS_EXHAUSTED')
  expect(online.cloud.database.dump().websiteReports).toMatchObject([{ count: 10 }])
  online.clock.now += 86_400_000
  await more()
})
