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
  expect(await createCallFunction(sdk)('greedy', { how: 'well' })).toEqual({ how: 'well' })
})

it('callFunction throws CallFailed when the function gave no answer', async () => {
  for (const [name, event] of [
    ['greedy', { how: 'throw' }],
    ['nobody', {}],
  ] as const) {
    await expect(createCallFunction(sdk)(name, event)).rejects.toBeInstanceOf(CallFailed)
  }
})

it('openCloud says that it belongs into a function when there are no credentials', () => {
  expect(() => openCloud({})).toThrow('runs inside a cloud function')
  expect(openCloud().caller()).toEqual({ account: null, source: [] })
})
