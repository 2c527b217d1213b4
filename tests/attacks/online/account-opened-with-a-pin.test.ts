import { beforeEach, expect, it } from 'vitest'
import { askWallet } from '../../support/enrolled-citizen'
import { ALICE, PIN } from '../../support/online-phone'
import { ASK_NAME, answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a phone that asks for less than the purpose demands gets a credential that says so, and the bank refuses it', async () => {
  online.clock.now += 40 * 60_000 // the face of the enrolment is no longer fresh
  await askWallet(online.cloud, ALICE, online.enrolled.key, { action: 'unlock', pin: PIN })
  const unlock = { methods: ['face'], seconds: 30 * 60 }
  expect(await answerForged(online, { ...ASK_NAME, unlock })).toBe('UNLOCK_TOO_WEAK')
})
