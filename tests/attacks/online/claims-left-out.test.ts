import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('an answer that lacks what was asked for is refused', async () => {
  expect(await answerForged(online, ASK_NAME, { paths: [['name']] })).toBe('QUERY_UNANSWERED')
})
