import { CallFailed, createCallFunction } from '@nansha/core/platform/call-function'
import { openCloud } from '@nansha/core/platform/cloud'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase, sdk } from '../../support/sdk'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
  openSdkDatabase()
})
afterAll(() => cloud.close())

it('callFunction answers what the function returned', async () => {
  const call = createCallFunction(sdk, () => 60_000)
  expect(await call('greedy', { how: 'well' }, 1)).toEqual({ how: 'well' })
})

it('callFunction throws CallFailed when the function gave no answer', async () => {
  for (const [name, event] of [
    ['greedy', { how: 'throw' }],
    ['nobody', {}],
  ] as const) {
    await expect(createCallFunction(sdk, () => 60_000)(name, event, 1)).rejects.toBeInstanceOf(CallFailed)
  }
})

it('callFunction waits for a share of the time that its caller has left', async () => {
  const waits: number[] = []
  const fake = {
    callFunction: async ({ timeout }: { readonly timeout: number }) => {
      waits.push(timeout)
      return { result: {} }
    },
  }
  const left = [60_000, 30_000, 0]
  const call = createCallFunction(fake, () => left.shift() ?? 0)
  for (const share of [2 / 3, 0.4, 1]) await call('face', {}, share)
  expect(waits).toEqual([40_000, 12_000, 1])
})

it('openCloud says that it belongs into a function when there are no credentials', () => {
  expect(() => openCloud({})).toThrow('runs inside a cloud function')
  expect(openCloud().caller()).toEqual({ account: null, source: [] })
})
