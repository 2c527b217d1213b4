import { beforeEach, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { moveToAnotherPhone } from '../../support/move-to-another-phone'
import { ASK_NAME, answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a credential that a phone was issued for websites is worth nothing once another phone took its place', async () => {
  const key = holderKey(77)
  const { client } = online.phone.wallet
  const sdJwt = await client.fetchOnlineCredential({ key, unlock: 'pin-or-biometric', sector: undefined })
  expect(await answerForged(online, ASK_NAME, { key, sdJwt })).toBe('done')
  await moveToAnotherPhone(online)
  await online.publish()
  expect(await answerForged(online, ASK_NAME, { key, sdJwt })).toBe('CREDENTIAL_REVOKED')
})
