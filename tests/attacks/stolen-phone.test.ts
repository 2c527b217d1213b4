import { freeze } from '@nansha/core/wallet/freeze'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const DAY = 24 * 3600_000

it('a thief with the unlocked phone cannot lift the freeze of its owner, nor get anything to show, without the PIN', async () => {
  const cloud = createEnrolPorts()
  const { key } = await enrolCitizen(cloud, alice)
  const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)
  await ask({ action: 'set-pin', pin: '385201' })
  cloud.clock.now += DAY + 1
  for (const action of [
    { action: 'handles', count: 1 },
    { action: 'passes', scenario: 'age', count: 1 },
    { action: 'biometric-challenge' },
    { action: 'set-pin', pin: '905173' },
  ] as const) {
    await expect(ask(action)).rejects.toMatchObject({
      code: expect.stringMatching(/^(UNLOCK_REQUIRED|BIOMETRIC_UNAVAILABLE)$/),
    })
  }
  await freeze(cloud.ports, alice)
  await expect(ask({ action: 'unfreeze' })).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  expect(cloud.database.dump().credentials).toMatchObject([{ status: 'frozen' }])
  await ask({ action: 'unlock', pin: '385201' })
  await ask({ action: 'unfreeze' })
  expect(cloud.database.dump().credentials).toMatchObject([{ status: 'valid' }])
})

it('a thief who takes the unlocked phone an hour after the face was seen lifts neither freeze nor number lock', async () => {
  const cloud = createEnrolPorts()
  const { key } = await enrolCitizen(cloud, alice)
  const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)
  await ask({ action: 'number-lock', locked: true })
  await freeze(cloud.ports, alice)
  cloud.clock.now += DAY / 24
  for (const action of [{ action: 'unfreeze' }, { action: 'number-lock', locked: false }] as const) {
    await expect(ask(action)).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  }
  expect(cloud.database.dump().credentials).toMatchObject([{ status: 'frozen' }])
})
