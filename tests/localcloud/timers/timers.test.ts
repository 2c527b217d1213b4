import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestClock } from '#support/clock'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase } from '../../support/sdk'

let cloud: FixtureCloud
const clock = createTestClock(Date.UTC(2026, 10, 23, 10, 0, 59, 900))
beforeAll(async () => {
  cloud = await startFixtureCloud({ now: () => clock.now })
})
afterAll(() => cloud.close())

it('a timer fired by hand calls as the platform does: exactly wx_trigger, no identity', async () => {
  await cloud.timers.fire('tick', 'minutely')
  const { data } = await openSdkDatabase().collection('ticks').get()
  expect(data).toHaveLength(1)
  expect(data[0].event).toEqual({
    Type: 'Timer',
    TriggerName: 'minutely',
    Time: '2026-11-23T10:00:59.900Z',
    Message: '',
  })
  expect(data[0].context).toMatchObject({ SOURCE: 'wx_trigger' })
  expect(data[0].context).not.toHaveProperty('OPENID')
  await expect(cloud.timers.fire('tick', 'other')).rejects.toThrow('no such timer')
})

it('a timer fires by itself when its time has come', async () => {
  expect(cloud.timers.list()).toEqual([
    {
      functionName: 'tick',
      name: 'minutely',
      expression: '0 * * * * * *',
      nextAt: Date.UTC(2026, 10, 23, 10, 1, 0),
    },
  ])
  clock.now += 200
  const database = openSdkDatabase()
  const deadline = performance.now() + 60_000
  let total = 1
  while (total < 2 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    total = (await database.collection('ticks').count()).total
  }
  expect(total).toBe(2)
})
