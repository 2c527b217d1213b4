import { BIOMETRICS } from '@nansha/core/records/biometrics'
import type { SeenUnlock } from '@nansha/core/records/handles'
import type { Holder } from '@nansha/core/records/holder'
import { UNLOCKS } from '@nansha/core/records/unlocks'
import {
  goodUntil,
  isOwnerJustSeen,
  isOwnerPresent,
  requireOwner,
  requireUnlock,
  seenUnlocks,
  unlockSuffices,
} from '@nansha/core/unlock/seen-unlock'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW_MS } from '#support/clock'
import { createEnrolPorts } from '#support/enrol-ports'
import { askWallet, enrolCitizen } from '#support/enrolled-citizen'
import { createKeptMemoryDatabase } from '#support/kept-database'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LONG_AGO = NOW_MS - 30 * DAY
const ago = (milliseconds: number) => new Date(NOW_MS - milliseconds)

let ports: { database: ReturnType<typeof createKeptMemoryDatabase>; now: () => number }
beforeEach(() => {
  ports = { database: createKeptMemoryDatabase(), now: () => NOW_MS }
})
const phone = (faceAt = new Date(LONG_AGO), boundAt = new Date(LONG_AGO)) => ({
  device: { _id: 'phone', faceAt, faceBy: 'platform-face', boundAt } as Holder['device'],
})
const common = { _id: 'phone', citizenId: 'citizen' }
const enterPin = (unlockedAt: Date) =>
  ports.database.in(UNLOCKS).put({
    ...common,
    ...{ pin: 'a fingerprint', setAt: unlockedAt, failures: 0, lockedUntil: new Date(0), unlockedAt },
  })
const touch = (unlockedAt: Date) =>
  ports.database.in(BIOMETRICS).put({
    ...common,
    ...{ chip: 'chip', chipAt: unlockedAt, challenge: null, challengeUntil: new Date(0), unlockedAt },
  })
const methods = async (holder = phone()) => (await seenUnlocks(ports, holder)).map(({ method }) => method)

describe('what the server saw of the holder', () => {
  it('counts a PIN and a fingerprint for five minutes, to the millisecond', async () => {
    await enterPin(ago(5 * MINUTE))
    await touch(ago(5 * MINUTE))
    expect(await methods()).toEqual(['pin', 'biometric'])
    await enterPin(ago(5 * MINUTE + 1))
    await touch(ago(5 * MINUTE + 1))
    expect(await methods()).toEqual([])
  })

  it('counts a face for a day, to the millisecond, with who saw it', async () => {
    const [seen, ...others] = await seenUnlocks(ports, phone(ago(DAY)))
    expect(seen).toEqual({ method: 'face', at: ago(DAY), faceBy: 'platform-face' })
    expect(others).toEqual([])
    expect(await methods(phone(ago(DAY + 1)))).toEqual([])
  })

  it('counts what was done upon the very binding, and nothing from before it', async () => {
    await enterPin(ago(MINUTE))
    await touch(ago(MINUTE))
    expect(await methods(phone(new Date(LONG_AGO), ago(MINUTE)))).toEqual(['pin', 'biometric'])
    expect(await methods(phone(new Date(LONG_AGO), ago(MINUTE - 1)))).toEqual([])
  })

  it('takes the PIN before the face and the face before the finger', async () => {
    await touch(ago(0))
    expect(await requireUnlock(ports, phone(ago(0)))).toMatchObject({ method: 'face' })
    await enterPin(ago(0))
    expect(await requireUnlock(ports, phone(ago(0)))).toEqual({ method: 'pin', at: ago(0) })
    await expect(
      requireUnlock({ ...ports, now: () => NOW_MS + DAY + 1 }, phone(ago(0))),
    ).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  })
})

describe('the owner before the phone', () => {
  it('is whose face was seen within half an hour, to the millisecond', async () => {
    expect(
      [30 * MINUTE, 30 * MINUTE + 1].map((past) => isOwnerJustSeen({ faceAt: ago(past) }, NOW_MS)),
    ).toEqual([true, false])
    expect(await isOwnerPresent(ports, phone(ago(30 * MINUTE)))).toBe(true)
    expect(await isOwnerPresent(ports, phone(ago(30 * MINUTE + 1)))).toBe(false)
  })

  it.each([
    ['PIN', enterPin],
    ['finger', touch],
  ])('is who used the %s, whenever the face was seen', async (_, unlock) => {
    await expect(requireOwner(ports, phone(ago(DAY)))).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    await unlock(ago(MINUTE))
    await requireOwner(ports, phone(ago(DAY)))
    await requireOwner(ports, phone())
  })
})

describe('an unlock is good for a rule', () => {
  const END = NOW_MS + 10 * DAY
  const at = new Date(NOW_MS)
  const until = (unlock: Omit<SeenUnlock, 'at'>, rule: Parameters<typeof goodUntil>[1], specimens = false) =>
    goodUntil({ ...unlock, at }, rule, END, specimens)

  it('to the end with a finger, where the rule takes one, and else not at all', () => {
    expect(until({ method: 'biometric' }, 'pin-or-biometric')).toBe(END)
    expect(until({ method: 'biometric' }, 'fresh-face-or-pin')).toBe(0)
  })

  it('for as many minutes as the rule gives a PIN or a face', () => {
    expect(until({ method: 'pin' }, 'fresh-face-or-pin')).toBe(END)
    expect(until({ method: 'pin' }, 'fresh-face-or-fresh-pin')).toBe(NOW_MS + 5 * MINUTE)
    expect(until({ method: 'face', faceBy: 'guided-face' }, 'fresh-face-or-pin')).toBe(NOW_MS + 30 * MINUTE)
    expect(goodUntil({ method: 'pin', at }, 'fresh-face-or-fresh-pin', NOW_MS + MINUTE, false)).toBe(
      NOW_MS + MINUTE,
    )
  })

  it('not with a face that somebody weaker than the rule says has seen', () => {
    const rule = 'fresh-face-or-fresh-pin'
    const by = (faceBy?: SeenUnlock['faceBy']) => ({ method: 'face' as const, ...(faceBy && { faceBy }) })
    expect(until(by('platform-face'), rule)).toBe(NOW_MS + 30 * MINUTE)
    expect(until(by('guided-face'), rule)).toBe(0)
    expect([until(by(), rule), until(by(), rule, true)]).toEqual([0, NOW_MS + 30 * MINUTE])
  })
})

describe('the owner, as the wallet sees them', () => {
  const alice = 'wxc:alice' as const
  let cloud: ReturnType<typeof createEnrolPorts>
  let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
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

  it('is present for thirty minutes after the face, which unlocks for a day', async () => {
    cloud.clock.now += 30 * MINUTE
    expect(await unfreeze()).toBe('lifted')
    cloud.clock.now += 1
    expect(await unfreeze()).toBe('UNLOCK_REQUIRED')
  })

  it('is present for five minutes after the PIN, however long ago the face was', async () => {
    await ask({ action: 'set-pin', pin: '385201' })
    cloud.clock.now += 60 * MINUTE
    expect(await unfreeze()).toBe('UNLOCK_REQUIRED')
    await ask({ action: 'unlock', pin: '385201' })
    cloud.clock.now += 5 * MINUTE
    expect(await unfreeze()).toBe('lifted')
    cloud.clock.now += 1
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
