import type { CollectionToken, Stored } from '@nansha/core/platform/database'
import { BIOMETRICS } from '@nansha/core/records/biometrics'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { History } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen, signRequest } from '../../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const mallory = 'wxc:mallory' as const

let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})
const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)

describe('deleting the identity', () => {
  it('leaves what names nobody: a revoked place and the log', async () => {
    await ask({ action: 'handles', count: 3 })
    await ask({ action: 'delete' })
    const left = cloud.database.dump()
    expect(Object.keys(left).sort()).toEqual([
      'attempts',
      'credentials',
      'enrolments',
      'logQueue',
      'requests',
      'seenCaptures',
      'seenFrames',
      // How many enrolments the account began in the last quarter of an hour.
      'slots',
      'statusLists',
    ])
    expect(left.credentials).toMatchObject([{ status: 'revoked' }])
    await expect(ask({ action: 'status' })).rejects.toMatchObject({ code: 'CREDENTIAL_NONE' })
  })

  it('leaves nothing that leads back to the person, whatever they did', async () => {
    await ask({ action: 'set-pin', pin: '385201' })
    await ask({ action: 'unlock', pin: '385201' })
    await ask({ action: 'passes', scenario: 'gate', count: 1 })
    await ask({ action: 'number-lock', locked: true })
    cloud.world.registry = async () => 'refused'
    await expect(enrolCitizen(cloud, mallory)).rejects.toThrow()
    await ask({ action: 'number-lock', locked: false })
    cloud.world.registry = async () => 'confirmed'
    expect(await enrolCitizen(cloud, alice)).toHaveProperty('readyAt')
    const { citizens = [], credentials = [] } = cloud.database.dump()
    const citizenId = citizens[0]?._id ?? ''
    await cloud.database.in<{ _id: string; citizenId: string }>(BIOMETRICS).put({ _id: 'chip', citizenId })
    await ask({ action: 'delete' })

    const left = cloud.database.dump()
    // docs/privacy.md, "Delete my identity".
    expect(Object.keys(left).sort()).toEqual([
      'attempts',
      'credentials',
      'enrolments',
      'logQueue',
      'numberAlarms',
      'passDays',
      'requests',
      'seenCaptures',
      'seenFrames',
      // How many enrolments the account began in the last quarter of an hour.
      'slots',
      'statusLists',
    ])
    const mine = Object.entries(left).filter(([, records]) => JSON.stringify(records).includes(citizenId))
    expect(mine.map(([name]) => name)).toEqual(['credentials'])
    expect(left.credentials).toHaveLength(credentials.length)
    expect(left.enrolments?.every((enrolment) => 'reading' in enrolment && enrolment.reading === null)).toBe(
      true,
    )
    expect(JSON.stringify(left)).not.toMatch(/李明|11010519491231002X|1949-12-31/)
  })

  it('begins with the credential, so that no desk adds to what is being deleted', async () => {
    const { database } = cloud.ports
    const seen: unknown[] = []
    const watched = {
      ...database,
      in: <T extends Stored>(token: CollectionToken<T>) => {
        const collection = database.in(token)
        const removeWhere: typeof collection.removeWhere = (query) => {
          seen.push(cloud.database.dump().credentials?.map((record) => 'status' in record && record.status))
          return collection.removeWhere(query)
        }
        return { ...collection, removeWhere }
      },
    }
    const request = await openRequest(
      cloud.ports,
      alice,
      signRequest(key, { action: 'delete' }, cloud.clock.now),
    )
    await dispatch({ ...cloud.ports, database: watched }, request)
    expect(seen.length).toBeGreaterThan(4)
    expect(seen.every((statuses) => JSON.stringify(statuses) === '["revoked"]')).toBe(true)
  })

  it('takes nothing from anybody else', async () => {
    const other = await enrolCitizen(cloud, mallory, { idNumber: '440524188001010014' })
    const theirs = <T>(action: WalletAction) => askWallet<T>(cloud, mallory, other.key, action)
    await theirs({ action: 'set-pin', pin: '385201' })
    await theirs({ action: 'handles', count: 2 })
    const [chip] = (cloud.database.dump().devices ?? []).filter(
      ({ _id }) => _id !== keyThumbprint(key.publicJwk),
    )
    const citizenId = (chip as unknown as { citizenId: string }).citizenId
    await cloud.database.in<{ _id: string; citizenId: string }>(BIOMETRICS).put({ _id: 'chip', citizenId })
    const before = cloud.database.dump()
    await ask({ action: 'delete' })
    const after = cloud.database.dump()
    for (const name of ['handles', 'unlocks', 'biometrics', 'devices', 'citizens', 'numberClaims']) {
      const kept = before[name]?.filter(({ _id }) => after[name]?.some((record) => record._id === _id))
      expect([name, after[name]?.length]).toEqual([name, kept?.length])
      expect([name, kept?.length]).toEqual([name, name === 'handles' ? 2 : 1])
    }
    expect((await theirs<History>({ action: 'history' })).entries).toHaveLength(1)
    expect(after.decisions).toHaveLength(1)
  })

  it('lets the number be enrolled again, by any account', async () => {
    await ask({ action: 'delete' })
    await expect(enrolCitizen(cloud, mallory)).resolves.toBeDefined()
  })
})
