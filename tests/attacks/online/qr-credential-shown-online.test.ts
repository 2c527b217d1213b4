import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('the credential of the QR profile, which names its key by `kid`, is refused by a website', async () => {
  const { credential, key } = online.enrolled
  expect(await answerForged(online, ASK_NAME, { sdJwt: credential, key })).toBe('CREDENTIAL_INVALID')
})
