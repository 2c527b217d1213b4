import { isOwnerJustSeen, unlockSuffices } from '@nansha/core/unlock/seen-unlock'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { askWallet, enrolCitizen } from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})

const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)
/** Lifting a freeze is for the owner alone. */
const unfreeze = () =>
  ask({ action: 'unfreeze' }).then(
    () => 'lifted',
    ({ code }) => code,
  )

describe('the owner', () => {
  it('was just seen for thirty minutes after the face', () => {
    const faceAt = new Date(0)
    expect(isOwnerJustSeen({ faceAt }, 30 * MINUTE)).toBe(true)
    expect(isOwnerJustSeen({ faceAt }, 30 * MINUTE + 1)).toBe(false)
  })

  it('is present for thirty minutes after the face, which unlocks for a day', async () => {
    cloud.world.time += 30 * MINUTE
    expect(await unfreeze()).toBe('lifted')
    cloud.world.time += 1
    expect(await unfreeze()).toBe('UNLOCK_REQUIRED')
  })

  it('is present for five minutes after the PIN, however long ago the face was', async () => {
    await ask({ action: 'set-pin', pin: '385201' })
    cloud.world.time += 60 * MINUTE
    expect(await unfreeze()).toBe('UNLOCK_REQUIRED')
    await ask({ action: 'unlock', pin: '385201' })
    cloud.world.time += 5 * MINUTE
    expect(await unfreeze()).toBe('lifted')
    cloud.world.time += 1
    expect(await unfreeze()).toBe('UNLOCK_REQUIRED')
  })
})

describe('what was released', () => {
  it('after a fingerprint is worth nothing at a bank, and anything at a hotel', () => {
    const finger = { method: 'biometric', at: new Date(0) } as const
    expect(unlockSuffices(finger, 'bank', 0, true)).toBe(false)
    expect(unlockSuffices(finger, 'hotel', 24 * 60 * MINUTE, true)).toBe(true)
  })
})
