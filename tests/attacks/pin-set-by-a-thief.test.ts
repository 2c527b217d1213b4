import { beginRecheck } from '@nansha/core/enrol/recheck/begin-recheck'
import { submitRecheck } from '@nansha/core/enrol/recheck/submit-recheck'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { openRequest } from '@nansha/core/wallet/open-request'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts, SAME_PERSON } from '#support/enrol-ports'
import { askWallet, enrolCitizen, signRequest, uploadFrames } from '#support/enrolled-citizen'

// A thief holds the unlocked phone of somebody who has just enrolled, and wants a PIN of their own on it.
const alice = 'wxc:alice' as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})
const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)
const setOwn = () => ask({ action: 'set-pin', pin: '905173' })
const setHers = () => ask({ action: 'set-pin', pin: '385201' })
const refused = (code: string) => expect.objectContaining({ code })
const showFace = async () => {
  const holder = () =>
    openRequest(cloud.ports, alice, signRequest(key, { action: 'status' }, cloud.clock.now))
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginRecheck(cloud.ports, await holder(), { consent })
  await uploadFrames(cloud, alice, begun)
  return submitRecheck(cloud.ports, await holder(), begun.enrolmentId)
}

it('a thief who takes the phone minutes after its owner enrolled and set the PIN sets none', async () => {
  await setHers()
  for (const after of [0, MINUTE, 28 * MINUTE, 23 * HOUR]) {
    cloud.clock.now += after
    await expect(setOwn()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
  }
})

it('a thief who takes the phone while it is unlocked sets no PIN without the one that unlocked it', async () => {
  await setHers()
  cloud.clock.now += 48 * HOUR
  await ask({ action: 'unlock', pin: '385201' })
  await expect(setOwn()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
  const guess = ask({ action: 'set-pin', pin: '905173', old: '111222' })
  await expect(guess).rejects.toMatchObject({ code: 'PIN_WRONG', details: { left: 9 } })
})

it('a thief who finds a phone on which no PIN was set sets none half an hour after the face was seen', async () => {
  cloud.clock.now += 30 * MINUTE + 1
  await expect(setOwn()).rejects.toEqual(refused('FACE_REQUIRED'))
})

it('a thief who shows their own face sets no PIN', async () => {
  await setHers()
  cloud.clock.now += HOUR
  cloud.world.faces = async () => ({ ...SAME_PERSON, decision: 'no-match' })
  await expect(showFace()).rejects.toEqual(refused('FACE_UNCONFIRMED'))
  await expect(setOwn()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
})

it.each(['platform-face', 'face+registry', 'in-person'] as const)(
  'a film before the app’s own camera resets no PIN of an ID that was proven by %s',
  async (assurance) => {
    Object.assign(cloud.ports, { acceptSpecimens: false })
    Object.assign(cloud.ports.registry, { assurance: 'guided-face' })
    await setHers().catch(() => undefined) // of a specimen, whom this deployment does not take
    const [credential] = (cloud.database.dump().credentials ?? []) as { _id: string }[]
    await cloud.database.in(CREDENTIALS).update(credential?._id ?? '', { assurance })
    cloud.clock.now += HOUR
    await showFace()
    await expect(setOwn()).rejects.toEqual(refused('PIN_RESET_AT_COUNTER'))
    await cloud.database.in(CREDENTIALS).update(credential?._id ?? '', { assurance: 'guided-face' })
    await setOwn()
  },
)
