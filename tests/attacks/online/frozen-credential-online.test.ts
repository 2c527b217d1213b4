import { freeze } from '@nansha/core/wallet/freeze'
import { beforeEach, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { ALICE } from '../../support/online-phone'
import {
  ASK_NAME,
  answerForged,
  createOnlineWorld,
  type OnlineWorld,
  refusalIn,
} from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a credential that was frozen after it was issued is refused once the lists are out', async () => {
  const key = holderKey(77)
  const { client } = online.phone.wallet
  const sdJwt = await client.fetchOnlineCredential({ key, unlock: 'pin-or-biometric', sector: undefined })
  await freeze(online.cloud.ports, ALICE)
  await online.publish()
  expect(await answerForged(online, ASK_NAME, { sdJwt })).toBe('CREDENTIAL_REVOKED')
  const again = () => client.fetchOnlineCredential({ key, unlock: 'pin-or-biometric', sector: undefined })
  expect(await refusalIn(again)).toBe('CREDENTIAL_FROZEN')
})
