import { beforeEach, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { ASK_NAME, answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('an online credential is worth nothing without its own key', async () => {
  expect(await answerForged(online, ASK_NAME, { key: holderKey(78) })).toBe('CREDENTIAL_INVALID')
  expect(await answerForged(online, ASK_NAME)).toBe('done')
})
