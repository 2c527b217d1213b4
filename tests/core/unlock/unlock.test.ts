import { createPinHash } from '@nansha/core/crypto/pin-hash'
import type { SeenUnlock } from '@nansha/core/records/handles'
import type { UnlockRecord } from '@nansha/core/records/unlocks'
import { goodUntil, unlockSuffices } from '@nansha/core/unlock/seen-unlock'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import type { ScenarioName } from '@nansha/shared/scenarios'
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
const setPin = (pin: string) => ask({ action: 'set-pin', pin })
const unlock = (pin: string) => ask({ action: 'unlock', pin })
const handles = () => ask({ action: 'handles', count: 1 })
const refused = (code: string) => expect.objectContaining({ code })

describe('unlock', () => {
  it('is the face check for a day after enrolment, and the PIN for five minutes', async () => {
    await setPin('385201')
    cloud.clock.now += DAY
    await handles()
    cloud.clock.now += 1
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await unlock('385201')
    cloud.clock.now += 5 * MINUTE
    await handles()
    cloud.clock.now += 1
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
  })

  it('is counted by the server: a wait after the fourth wrong PIN, an end after the tenth', async () => {
    await setPin('385201')
    for (const left of [9, 8, 7, 6]) {
      await expect(unlock('111222')).rejects.toMatchObject({ code: 'PIN_WRONG', details: { left } })
    }
    await expect(unlock('385201')).rejects.toEqual(refused('ATTEMPTS_EXHAUSTED'))
    for (let tries = 5; tries <= 10; tries++) {
      cloud.clock.now += DAY
      await expect(unlock('111222')).rejects.toEqual(refused(tries < 10 ? 'PIN_WRONG' : 'PIN_BLOCKED'))
    }
    cloud.clock.now += DAY
    await expect(unlock('385201')).rejects.toEqual(refused('PIN_BLOCKED'))
  })

  it('counts tries made at once one by one', async () => {
    await setPin('385201')
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => unlock('111222')))
    const wrong = tries.filter((one) => one.status === 'rejected' && one.reason.code === 'PIN_WRONG')
    expect(wrong).toHaveLength(4)
  })

  it('forgets wrong tries after a right one', async () => {
    await setPin('385201')
    await expect(unlock('111222')).rejects.toMatchObject({ details: { left: 9 } })
    await unlock('385201')
    await expect(unlock('111222')).rejects.toMatchObject({ details: { left: 9 } })
  })

  it('with a PIN that was fingerprinted at an earlier cost brings it to the present one', async () => {
    const hashOf = () => (cloud.database.dump().unlocks as UnlockRecord[] | undefined)?.[0]?.pin
    await setPin('385201')
    const former = hashOf()
    Object.assign(cloud.ports, { pins: createPinHash(Buffer.alloc(32, 9), { logN: 5, r: 8, p: 1 }) })
    await expect(unlock('111222')).rejects.toEqual(refused('PIN_WRONG'))
    expect(hashOf()).toBe(former)
    await unlock('385201')
    expect(hashOf()).toMatch(/^scrypt\.5\./)
    await unlock('385201')
  })

  it('by face is fresh for half an hour where a scenario wants that', () => {
    const face = { method: 'face', at: new Date(0), faceBy: 'platform-face' } as const
    const suffices = (scenario: ScenarioName, now: number, unlock: SeenUnlock = face) =>
      unlockSuffices(unlock, scenario, now, false)
    for (const scenario of ['gate', 'bank'] as const) {
      expect(suffices(scenario, 30 * MINUTE)).toBe(true)
      expect(suffices(scenario, 30 * MINUTE + 1)).toBe(false)
    }
    expect(suffices('hotel', DAY)).toBe(true)
    expect(suffices('gate', DAY, { ...face, method: 'pin' })).toBe(true)
    expect(suffices('bank', 5 * MINUTE, { ...face, method: 'pin' })).toBe(true)
    expect(suffices('bank', 5 * MINUTE + 1, { ...face, method: 'pin' })).toBe(false)
    expect(suffices('bank', 0, { ...face, faceBy: 'guided-face' })).toBe(false)
    expect(suffices('gate', 0, { ...face, method: 'biometric' })).toBe(false)
    expect(suffices('hotel', DAY, { ...face, method: 'biometric' })).toBe(true)
  })

  it('ends with what it released', () => {
    const face = { method: 'face', at: new Date(0) } as const
    expect(goodUntil(face, 'fresh-face-or-pin', DAY, false)).toBe(30 * MINUTE)
    expect(goodUntil(face, 'fresh-face-or-pin', MINUTE, false)).toBe(MINUTE)
    expect(goodUntil({ ...face, method: 'pin' }, 'fresh-face-or-pin', DAY, false)).toBe(DAY)
    expect(goodUntil({ ...face, method: 'pin' }, 'fresh-face-or-fresh-pin', DAY, false)).toBe(5 * MINUTE)
  })

  it('of a specimen is a face on a local stage only', () => {
    const face = { method: 'face', at: new Date(0), faceBy: 'specimen' } as const
    expect(unlockSuffices(face, 'bank', 0, true)).toBe(true)
    expect(unlockSuffices(face, 'bank', 0, false)).toBe(false)
  })
})
