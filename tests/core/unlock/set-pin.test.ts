import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen } from '../../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})

const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)
const setPin = (pin: string, old?: string) => ask({ action: 'set-pin', pin, ...(old && { old }) })
const unlock = (pin: string) => ask({ action: 'unlock', pin })
const refused = (code: string) => expect.objectContaining({ code })

describe('a PIN', () => {
  it('changes only for who enters the old one with it, just unlocked or just enrolled or not', async () => {
    await setPin('385201')
    await expect(setPin('905173')).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await unlock('385201')
    await expect(setPin('905173')).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await expect(setPin('905173', '111222')).rejects.toMatchObject({
      code: 'PIN_WRONG',
      details: { left: 9 },
    })
    await setPin('905173', '385201')
    await unlock('905173')
  })

  it('that is wrong as the old one counts as a try, until there are no more', async () => {
    await setPin('385201')
    for (let tries = 1; tries <= 4; tries++)
      await expect(setPin('905173', '111222')).rejects.toEqual(refused('PIN_WRONG'))
    await expect(setPin('905173', '385201')).rejects.toEqual(refused('ATTEMPTS_EXHAUSTED'))
  })

  it.each(['000000', '123456', '987654'])('is none that anyone tries first: %s', async (pin) => {
    await expect(setPin(pin)).rejects.toEqual(refused('PIN_WEAK'))
  })

  it('is not stored', async () => {
    await setPin('385201')
    expect(JSON.stringify(cloud.database.dump())).not.toContain('385201')
  })

  it('is set within half an hour of the face check; who missed that shows the face again, on the same phone', async () => {
    cloud.clock.now += 30 * MINUTE + 1
    await expect(setPin('385201')).rejects.toEqual(refused('FACE_REQUIRED'))
    expect(await enrolCitizen(cloud, alice, { key })).toHaveProperty('credential')
    await setPin('385201')
    await unlock('385201')
  })

  it('that is blocked or forgotten ends with the next binding, and the face makes a new one', async () => {
    await setPin('385201')
    for (let tries = 1; tries <= 10; tries++) {
      cloud.clock.now += DAY
      await unlock('111222').catch(() => undefined)
    }
    cloud.clock.now += DAY
    await expect(unlock('385201')).rejects.toEqual(refused('PIN_BLOCKED'))
    await enrolCitizen(cloud, alice, { key })
    await expect(unlock('385201')).rejects.toEqual(refused('PIN_NONE'))
    await setPin('905173')
    await unlock('905173')
  })
})
