import { collectRebinding, mustWait, readVetoTime } from '@nansha/core/enrol/rebinding'
import type { Device } from '@nansha/core/records/devices'
import type { Rebinding } from '@nansha/core/records/rebindings'
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
