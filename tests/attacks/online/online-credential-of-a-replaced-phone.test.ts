import { enrolInPerson } from '@nansha/core/enrol/enrol-citizen'
import { CITIZENS } from '@nansha/core/records/citizens'
import { beforeEach, expect, it } from 'vitest'
import { newHolderKey } from '../../support/enrol-ports'
import { RESIDENT_NUMBER } from '../../support/enrolled-citizen'
import { holderKey } from '../../support/keys'
import {
  ALICE,
  ASK_NAME,
  answerForged,
  createOnlineWorld,
  type OnlineWorld,
} from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a credential that a phone was issued for websites is worth nothing once another phone took its place', async () => {
  const key = holderKey(77)
  const { client } = online.phone.wallet
  const sdJwt = await client.fetchOnlineCredential({ key, unlock: 'pin-or-biometric', sector: undefined })
  expect(await answerForged(online, ASK_NAME, { key, sdJwt })).toBe('done')
  await moveToAnotherPhone()
  await online.publish()
  expect(await answerForged(online, ASK_NAME, { key, sdJwt })).toBe('CREDENTIAL_REVOKED')
})

async function moveToAnotherPhone(): Promise<void> {
  const { ports, world } = online.cloud
  const at = new Date(world.time)
  const citizen = await ports.database.in(CITIZENS).findOne({ account: ALICE })
  const person = {
    enrolment: { _id: 'at-a-counter', account: 'wxc:new-phone', consent: { version: 'in-person', at } },
    claims: { name: '李明', id_number: RESIDENT_NUMBER, sex: 'female', birthdate: '1949-12-31' },
    numberIndex: citizen?.numberIndex ?? '',
    portrait: Buffer.from('a portrait'),
    assurance: 'in-person',
    publicJwk: newHolderKey().publicJwk,
    faceAt: at,
  } as const
  await enrolInPerson(ports, person, async () => undefined)
}
