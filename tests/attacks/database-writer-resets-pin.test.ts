import type { Stored } from '@nansha/core/platform/database'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

// A thief who holds the unlocked phone of a citizen and can write the database, but has no key of it.
const ALTERED = 'not as this cloud wrote it'
const DAY = 24 * 3600_000
const alice = 'wxc:alice' as const
const thief = 'wxc:thief' as const
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
let own: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
  own = (await enrolCitizen(cloud, thief, { idNumber: '440524188001010014' })).key
  await ask({ action: 'set-pin', pin: '385201' })
  await askWallet(cloud, thief, own, { action: 'set-pin', pin: '905173' })
  cloud.clock.now += DAY + 1
  for (let tries = 0; tries < 4; tries++) await unlock('111222').catch(() => undefined)
  await expect(unlock('385201')).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
})

type Fields = Stored & Record<string, unknown>
const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)
const unlock = (pin: string) => ask({ action: 'unlock', pin })
const unlocks = () => cloud.database.raw.in<Fields>({ name: 'unlocks' })
const lying = () => cloud.database.raw.dump().unlocks as [Fields, Fields]

it('a database writer finds no PIN count to set back and no waiting time to end: both are sealed', () => {
  const [hers] = lying()
  expect(Object.keys(hers).sort()).toEqual(['_id', 'citizenId', 'mac', 'sealed'])
})

it.each([{ failures: 0 }, { lockedUntil: new Date(0) }, { unlockedAt: new Date(9e12) }, { version: 1 }])(
  'a database writer gains nothing by writing %o beside the sealed PIN count',
  async (changes) => {
    await unlocks().update(lying()[0]._id, changes)
    await expect(unlock('385201')).rejects.toThrow(ALTERED)
    await expect(ask({ action: 'handles', count: 1 })).rejects.toThrow(ALTERED)
  },
)

it('a database writer cannot put their own PIN in the place of the citizen’s', async () => {
  const [hers, theirs] = lying()
  await unlocks().put({ ...theirs, _id: hers._id })
  await expect(unlock('905173')).rejects.toThrow(ALTERED)
  await unlocks().put({ ...hers, sealed: theirs.sealed })
  await expect(unlock('905173')).rejects.toThrow(ALTERED)
})

it('a database writer who deletes the PIN record needs the citizen’s face for a new PIN', async () => {
  await unlocks().remove(lying()[0]._id)
  await expect(unlock('385201')).rejects.toMatchObject({ code: 'PIN_NONE' })
  await expect(ask({ action: 'set-pin', pin: '905173' })).rejects.toMatchObject({ code: 'FACE_REQUIRED' })
  await expect(ask({ action: 'handles', count: 1 })).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
})
