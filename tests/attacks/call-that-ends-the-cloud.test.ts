import { afterAll, beforeAll, expect, it } from 'vitest'
import { callAsClient } from '../support/http'
import { type FixtureCloud, startFixtureCloud } from '../support/local-cloud'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.close())

it('a function at its time limit inside a native library ends alone: the next calls are answered', async () => {
  for (let round = 0; round < 4; round++) {
    expect((await callAsClient(cloud.url, 'native', {})).body.code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    expect((await callAsClient(cloud.url, 'echo', { say: round })).body.result.event.say).toBe(round)
  }
})
