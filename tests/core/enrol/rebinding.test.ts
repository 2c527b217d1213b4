import { collectRebinding, mustWait, readVetoTime } from '@nansha/core/enrol/rebinding'
import { CITIZENS } from '@nansha/core/records/citizens'
import type { Device } from '@nansha/core/records/devices'
import type { Rebinding } from '@nansha/core/records/rebindings'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '#support/enrol-ports'
import { enrolCitizen } from '#support/enrolled-citizen'

const DAY = 86_400_000
const WEEK = 7 * DAY

describe('the time for a veto', () => {
  it.each([undefined, 'production', 'test', ''])('is a day, on the stage %s too', (NANSHA_STAGE) => {
    expect(readVetoTime({ ...(NANSHA_STAGE !== undefined && { NANSHA_STAGE }) })).toBe(DAY)
  })

  it('is a minute on a local stage only', () => {
    expect(readVetoTime({ NANSHA_STAGE: 'local' })).toBe(60_000)
  })
})

describe('another phone', () => {
  const { publicJwk } = newHolderKey()
  const oldPhone = { _id: 'another', lastSeenAt: new Date(WEEK) } as Device

  it('waits while the old one was seen within a week, to the millisecond', () => {
    expect(mustWait(oldPhone, publicJwk, 2 * WEEK - 1)).toBe(true)
    expect(mustWait(oldPhone, publicJwk, 2 * WEEK)).toBe(false)
  })

  it('does not wait for itself', () => {
    expect(mustWait({ ...oldPhone, _id: keyThumbprint(publicJwk) }, publicJwk, WEEK)).toBe(false)
  })

  it('is put on hold with all that was proven, and gets just that when it comes back', async () => {
    const cloud = createEnrolPorts()
    await enrolCitizen(cloud, 'wxc:alice')
    const enrolledAt = new Date(cloud.clock.now)
    cloud.clock.now += 2500
    const faceAt = new Date(cloud.clock.now)
    const key = newHolderKey()
    expect(await enrolCitizen(cloud, 'wxc:alice', { key })).toMatchObject({
      readyAt: Math.ceil((cloud.clock.now + DAY) / 1000),
    })
    const { rebindings, citizens = [] } = cloud.database.dump()
    const [waiting] = rebindings as unknown as [Rebinding]
    const consent = { version: CONSENT_VERSION, at: faceAt }
    expect(waiting).toEqual({
      _id: citizens[0]?._id,
      enrolmentId: expect.any(String),
      account: 'wxc:alice',
      publicJwk: key.publicJwk,
      assurance: 'specimen',
      faceAt,
      consent,
      claims: expect.any(String),
      portrait: expect.any(String),
      readyAt: new Date(cloud.clock.now + DAY),
      expiresAt: new Date(cloud.clock.now + DAY + WEEK),
    })
    const collect = (account: 'wxc:alice' | 'wxc:bob', enrolmentId = waiting.enrolmentId) =>
      collectRebinding(cloud.ports, account, enrolmentId)
    expect(await collect('wxc:alice')).toEqual({ readyAt: Math.ceil((cloud.clock.now + DAY) / 1000) })
    const unknown = { code: 'ENROLMENT_UNKNOWN' }
    await expect(collect('wxc:bob')).rejects.toMatchObject(unknown)
    await expect(collect('wxc:alice', 'another')).rejects.toMatchObject(unknown)
    cloud.clock.now += DAY
    expect(await collect('wxc:alice')).toHaveProperty('credential')
    const after = cloud.database.dump()
    expect(after.rebindings).toBeUndefined()
    // A credential counts in whole seconds.
    const boundAt = new Date(Math.floor(cloud.clock.now / 1000) * 1000)
    expect(after.devices?.find(({ _id }) => _id === keyThumbprint(key.publicJwk))).toMatchObject({
      account: 'wxc:alice',
      status: 'active',
      boundAt,
      faceAt,
      faceBy: 'specimen',
      lastSeenAt: boundAt,
    })
    expect(after.citizens).toMatchObject([
      { _id: citizens[0]?._id, assurance: 'specimen', consent, enrolledAt },
    ])
  })

  it('gets nothing of somebody who deleted their identity meanwhile', async () => {
    const cloud = createEnrolPorts()
    await enrolCitizen(cloud, 'wxc:alice')
    await enrolCitizen(cloud, 'wxc:alice')
    const [waiting] = cloud.database.dump().rebindings as unknown as [Rebinding]
    await cloud.database.in(CITIZENS).remove(waiting._id)
    cloud.clock.now += DAY
    await expect(collectRebinding(cloud.ports, 'wxc:alice', waiting.enrolmentId)).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
  })

  it('has a week after the veto to come back, and not a millisecond more', async () => {
    const cloud = createEnrolPorts()
    await enrolCitizen(cloud, 'wxc:alice')
    await enrolCitizen(cloud, 'wxc:alice')
    const [waiting] = cloud.database.dump().rebindings as unknown as [Rebinding]
    const collect = () => collectRebinding(cloud.ports, 'wxc:alice', waiting.enrolmentId)
    cloud.clock.now += DAY + WEEK
    await expect(collect()).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
    cloud.clock.now -= 1
    expect(await collect()).toHaveProperty('credential')
  })
})
