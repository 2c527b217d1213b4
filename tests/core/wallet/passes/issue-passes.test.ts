import { CREDENTIALS } from '@nansha/core/records/credentials'
import { HELD_DOCUMENTS } from '@nansha/core/records/held-documents'
import { makePortraitFrame } from '@nansha/core/wallet/passes/portrait-frame'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Passes } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { FRAME_BYTES } from '@nansha/shared/pass/frame'
import { portraitDigest } from '@nansha/shared/pass/portrait-frame'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { licenceOf } from '#support/documents'
import { createEnrolPorts } from '#support/enrol-ports'
import { askWallet, enrolCitizen } from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})
const ask = <T>(action: WalletAction) => askWallet<T>(cloud, alice, key, action)
const passes = (scenario: 'gate' | 'age', count = 2) => ask<Passes>({ action: 'passes', scenario, count })
const payloadOf = (pass = '') => decodeJws(pass.slice(0, -1))?.payload ?? {}

describe('passes', () => {
  it('say no more than their scenario shows, and no two are the same', async () => {
    const issued = await passes('gate')
    expect(issued.passes).toHaveLength(2)
    expect(payloadOf(issued.passes[0]).jti).not.toBe(payloadOf(issued.passes[1]).jti)
    expect(Object.keys(payloadOf(issued.passes[0])).sort()).toEqual(
      [
        ...[
          'assurance',
          'cnf',
          'exp',
          'iat',
          'id_number_last4',
          'iss',
          'issuer_id',
          'jti',
          'name',
          'nbf',
          'portrait_digest',
        ],
        ...['status', 'unlock', 'vct'],
      ].sort(),
    )
    expect(payloadOf(issued.passes[0])).toMatchObject({
      name: '李明',
      id_number_last4: '002X',
      unlock: 'face',
      assurance: 'specimen',
      cnf: { jwk: key.publicJwk },
      iat: unixSeconds(cloud.clock.now),
      exp: issued.expiresAt,
    })
    expect(Object.keys(payloadOf((await passes('age')).passes[0]))).not.toContain('name')
    expect(payloadOf(issued.passes[0]).portrait_digest).toBe(
      portraitDigest(Buffer.from(issued.portrait, 'base64')),
    )
  })

  // Born on this day of 2009, and on the next, by the calendar of China.
  it.each([
    ['110105200901150014', true],
    ['11010520090116001X', false],
  ])('say of the holder of %s whether they are of age', async (idNumber, isAdult) => {
    key = (await enrolCitizen(cloud, alice, { idNumber })).key
    const [pass] = (await passes('age')).passes
    expect(payloadOf(pass).age_equal_or_over).toEqual({ 18: isAdult })
  })

  it('on a fresh face end with its freshness; on a PIN they last a day', async () => {
    const seconds = () => unixSeconds(cloud.clock.now)
    expect((await passes('gate')).expiresAt).toBe(seconds() + 30 * 60)
    expect((await passes('age')).expiresAt).toBe(seconds() + 86_400)
    await ask({ action: 'set-pin', pin: '385201' })
    expect((await passes('gate')).expiresAt).toBe(seconds() + 86_400)
  })

  it('need a fresh face or a PIN', async () => {
    cloud.clock.now += 31 * MINUTE
    await expect(passes('gate')).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect((await passes('age')).passes).toHaveLength(2)
    cloud.clock.now -= MINUTE
    await expect(passes('gate')).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  })

  it('are sixty a day, on whatever phone, and come back with the next', async () => {
    for (let batch = 0; batch < 60 / 5; batch++) await passes('age', 5)
    await expect(passes('age', 1)).rejects.toMatchObject({ code: 'PASS_UNAVAILABLE' })
    key = (await enrolCitizen(cloud, alice, { key })).key
    await expect(passes('gate', 1)).rejects.toMatchObject({ code: 'PASS_UNAVAILABLE' })
    cloud.clock.now += 24 * 60 * MINUTE
    expect((await passes('age', 5)).passes).toHaveLength(5)
  })

  it('about a document need it on this phone, and end with it', async () => {
    const roadside = () => ask<Passes>({ action: 'passes', scenario: 'roadside', count: 1 })
    await expect(roadside()).rejects.toMatchObject({ code: 'DOCUMENT_NONE' })
    expect(cloud.database.dump().passDays).toBeUndefined()
    cloud.world.licence = async (holder) => licenceOf(holder)
    await ask({ action: 'add-document', type: 'driving-licence' })
    const [held] = cloud.database.dump().heldDocuments ?? []
    const change = (changed: object) =>
      cloud.database.in(HELD_DOCUMENTS).update(held?._id ?? '', { ...changed })
    await change({ validUntil: new Date(cloud.clock.now + 60_000) })
    const { passes, expiresAt } = await roadside()
    expect(expiresAt).toBe(unixSeconds(cloud.clock.now) + 60)
    expect(payloadOf(passes[0])).toMatchObject({
      exp: expiresAt,
      name: '李明',
      id_number_last4: '002X',
      vehicle_classes: 'C1',
      licence_status: 'normal',
      licence_valid_until: '2026-05-20',
    })
    await change({ validUntil: new Date(cloud.clock.now) })
    await expect(roadside()).rejects.toMatchObject({ code: 'DOCUMENT_OUTDATED' })
    await change({ validUntil: new Date(cloud.clock.now + 60_000) })
    const { credentialId } = held as unknown as { credentialId: string }
    await cloud.database.in(CREDENTIALS).update(credentialId, { status: 'frozen' })
    await expect(roadside()).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
  })

  it('never outlive the identity', async () => {
    const [credential] = cloud.database.dump().credentials ?? []
    const expiresAt = new Date(cloud.clock.now + 60_000)
    await cloud.database.in(CREDENTIALS).update(credential?._id ?? '', { expiresAt })
    expect((await passes('age')).expiresAt).toBe(unixSeconds(cloud.clock.now) + 60)
  })

  it('are of a valid credential only', async () => {
    const [credential] = cloud.database.dump().credentials ?? []
    await cloud.database.in(CREDENTIALS).update(credential?._id ?? '', { status: 'frozen' })
    await expect(passes('gate')).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
  })
})

describe('the portrait frame', () => {
  it('is a grey WebP that fits its frame, whatever the picture', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 240 * 320 * 3 }, (_, i) => (i * 7919) % 256))
    const hard = await sharp(noise, { raw: { width: 240, height: 320, channels: 3 } })
      .webp()
      .toBuffer()
    const flat = await sharp({ create: { width: 240, height: 320, channels: 3, background: '#caa' } })
      .webp()
      .toBuffer()
    for (const portrait of [hard, flat]) {
      const frame = await makePortraitFrame(portrait)
      expect(frame.length).toBeLessThanOrEqual(FRAME_BYTES)
      const { format, width, height } = await sharp(frame).metadata()
      expect(format).toBe('webp')
      expect(height).toBe((width * 4) / 3)
    }
  })
})
