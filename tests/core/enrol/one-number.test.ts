import { CITIZENS } from '@nansha/core/records/citizens'
import { NUMBER_CLAIMS } from '@nansha/core/records/number-claims'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../../support/enrol-ports'
import { enrolCitizen } from '../../support/enrolled-citizen'
import { queuedEntries } from '../../support/log'

const alice = 'wxc:alice' as const
const mallory = 'wxc:mallory' as const

let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(() => {
  cloud = createEnrolPorts()
})

const enrol = (account: typeof alice | typeof mallory, submitted?: Parameters<typeof enrolCitizen>[2]) =>
  enrolCitizen(cloud, account, submitted)
const records = (name: string) => (cloud.database.dump()[name] ?? []) as unknown as Record<string, unknown>[]

describe('one number', () => {
  it('is bound anew for the same account when the old phone has not been seen for a week; that one is revoked', async () => {
    await enrol(alice)
    cloud.clock.now += 7 * 24 * 3600_000
    expect(await enrol(alice)).toHaveProperty('credential')
    expect(records('citizens')).toHaveLength(1)
    expect(records('numberClaims')).toHaveLength(1)
    expect(
      records('credentials')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['revoked', 'valid'])
    expect(
      records('devices')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['active', 'revoked'])
    expect(queuedEntries(cloud.database).map(({ event }) => event)).toEqual(['issued', 'rebound'])
  })

  it('is refused to another account', async () => {
    await enrol(alice)
    await expect(enrol(mallory)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    expect(records('credentials')).toHaveLength(1)
  })

  it('goes to one of two accounts that claim it at the same time', async () => {
    const results = await Promise.allSettled([enrol(alice), enrol(mallory)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(records('citizens')).toHaveLength(1)
    expect(cloud.files.stored.size).toBe(0)
  })

  it('cannot be bound to the key of somebody else’s phone, which is said before the registry is asked', async () => {
    const key = newHolderKey()
    await enrol(alice, { key })
    const other = { idNumber: '440524188001010014', key }
    const asked = cloud.world.registry
    cloud.world.registry = () => expect.unreachable()
    await expect(enrol(mallory, other)).rejects.toMatchObject({ code: 'PHONE_HOLDS_ANOTHER' })
    cloud.world.registry = asked
    expect(records('citizens')).toHaveLength(1)
  })

  it('is not bound to the key of an identity whose deletion was cut short', async () => {
    const key = newHolderKey()
    await enrol(alice, { key })
    for (const { _id } of records('citizens')) await cloud.database.in(CITIZENS).remove(String(_id))
    for (const { _id } of records('numberClaims')) await cloud.database.in(NUMBER_CLAIMS).remove(String(_id))
    await expect(enrol(alice, { key })).rejects.toMatchObject({ code: 'PHONE_HOLDS_ANOTHER' })
    expect(records('citizens')).toEqual([])
  })
})
