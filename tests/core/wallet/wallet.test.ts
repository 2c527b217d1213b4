import type { CollectionToken, Stored } from '@nansha/core/platform/database'
import { BIOMETRICS } from '@nansha/core/records/biometrics'
import { freeze } from '@nansha/core/wallet/freeze'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { Handles, History, WalletAction, WalletStatus } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts, newHolderKey } from '../../support/enrol-ports'
import { enrolCitizen, signRequest } from '../../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const mallory = 'wxc:mallory' as const
type Account = typeof alice | typeof mallory

let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})

const send = async (request: string, account: Account = alice) =>
  dispatch(cloud.ports, await openRequest(cloud.ports, account, request))
const sign = (action: WalletAction, changes = {}, by = key) =>
  signRequest(by, action, cloud.clock.now, changes)
const ask = <T>(action: WalletAction, by = key) => send(sign(action, {}, by)) as Promise<T>
const handles = (count: number, by = key) => ask<Handles>({ action: 'handles', count }, by)
const status = async (by = key) => (await ask<WalletStatus>({ action: 'status' }, by)).status
const refused = (code: string) => expect.objectContaining({ code })

describe('a signed request', () => {
  it('is carried out once', async () => {
    const request = sign({ action: 'status' })
    expect(await send(request)).toEqual({ status: 'valid', numberLocked: false })
    await expect(send(request)).rejects.toEqual(refused('REQUEST_REPLAYED'))
  })

  it('is carried out once when sent twice at the same time', async () => {
    const request = sign({ action: 'handles', count: 1 })
    const both = await Promise.allSettled([send(request), send(request)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(cloud.database.dump().handles).toHaveLength(1)
  })

  it('must be signed by the phone, from its account, for this issuer, now', async () => {
    const action = { action: 'status' } as const
    await expect(send('a.b.c')).rejects.toEqual(refused('REQUEST_INVALID'))
    await expect(send(sign(action), mallory)).rejects.toEqual(refused('REQUEST_INVALID'))
    await expect(send(sign(action, { audience: 'https://elsewhere.test' }))).rejects.toEqual(
      refused('REQUEST_INVALID'),
    )
    await expect(send(sign(action, {}, newHolderKey()))).rejects.toEqual(refused('CREDENTIAL_NONE'))
    const old = sign(action)
    cloud.clock.now += 121_000
    await expect(send(old)).rejects.toEqual(refused('REQUEST_INVALID'))
  })

  it('that was refused is not spent', async () => {
    const request = sign({ action: 'status' })
    await expect(send(request, mallory)).rejects.toEqual(refused('REQUEST_INVALID'))
    expect(await send(request)).toEqual({ status: 'valid', numberLocked: false })
  })
})

describe('handles', () => {
  it('come in batches, each of 16 bytes, good for a day', async () => {
    const { handles: batch } = await handles(20)
    const { devices: [device] = [], handles: kept = [] } = cloud.database.dump() as {
      devices?: { _id: string; citizenId: string; credentialId: string }[]
      handles?: object[]
    }
    expect(kept).toContainEqual({
      _id: batch[0]?.handle,
      citizenId: device?.citizenId,
      credentialId: device?.credentialId,
      deviceId: device?._id,
      unlock: { method: 'face', at: new Date(cloud.clock.now), faceBy: 'specimen' },
      expiresAt: new Date(cloud.clock.now + 86_400_000),
    })
    expect(new Set(batch.map(({ handle }) => handle)).size).toBe(20)
    for (const { handle, expiresAt, goodUntil } of batch) {
      expect(Buffer.from(handle, 'base64url')).toHaveLength(16)
      expect(expiresAt).toBe(cloud.clock.now / 1000 + 86_400)
      expect(goodUntil['fresh-face-or-fresh-pin']).toBe(cloud.clock.now / 1000 + 30 * 60)
    }
  })

  it('are not given without end', async () => {
    await ask({ action: 'set-pin', pin: '385201' })
    for (let i = 0; i < 12; i++) await handles(20)
    await expect(handles(1)).rejects.toEqual(refused('ATTEMPTS_EXHAUSTED'))
    // What is alive is counted to the hour, so that a record tells no more of when it was made.
    cloud.clock.now += 25 * 3600_000
    await ask({ action: 'unlock', pin: '385201' })
    await expect(handles(1)).resolves.toBeDefined()
  })

  it('never outlive the credential, and are not given after it', async () => {
    await ask({ action: 'set-pin', pin: '385201' })
    const credential = cloud.database.dump().credentials?.[0] as unknown as { expiresAt: Date }
    cloud.clock.now = credential.expiresAt.getTime() - 1000
    await ask({ action: 'unlock', pin: '385201' })
    expect((await handles(1)).handles[0]?.expiresAt).toBe(credential.expiresAt.getTime() / 1000)
    cloud.clock.now += 1000
    expect(await status()).toBe('expired')
    await expect(handles(1)).rejects.toEqual(refused('CREDENTIAL_EXPIRED'))
  })
})

describe('freezing', () => {
  it('needs the account alone; lifting it needs the phone', async () => {
    await freeze(cloud.ports, alice)
    expect(await status()).toBe('frozen')
    await expect(handles(1)).rejects.toEqual(refused('CREDENTIAL_FROZEN'))
    await ask({ action: 'unfreeze' })
    expect(await status()).toBe('valid')
    const { entries } = await ask<History>({ action: 'history' })
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['frozen', 'issued', 'unfrozen'])
  })

  it('holds for a child’s credential on the same account', async () => {
    const child = await enrolCitizen(cloud, alice, { idNumber: '440524188001010014' })
    await freeze(cloud.ports, alice)
    expect([await status(), await status(child.key)]).toEqual(['frozen', 'frozen'])
  })

  it('is for the own credential only', async () => {
    await expect(freeze(cloud.ports, mallory)).rejects.toEqual(refused('CREDENTIAL_NONE'))
  })

  it('twice is once', async () => {
    await freeze(cloud.ports, alice)
    await freeze(cloud.ports, alice)
    expect(cloud.database.dump().events).toHaveLength(2)
  })
})

describe('a phone that was replaced', () => {
  it('learns that it was and can do nothing more', async () => {
    cloud.clock.now += 7 * 24 * 3600_000
    const next = await enrolCitizen(cloud, alice)
    expect(await status()).toBe('revoked')
    for (const action of [
      { action: 'handles', count: 1 },
      { action: 'history' },
      { action: 'unfreeze' },
      { action: 'delete' },
    ] as const) {
      await expect(ask(action)).rejects.toEqual(refused('CREDENTIAL_REVOKED'))
    }
    expect(await status(next.key)).toBe('valid')
  })
})

describe('deleting the identity', () => {
  it('leaves what names nobody: a revoked place and the log', async () => {
    await handles(3)
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
    await expect(status()).rejects.toEqual(refused('CREDENTIAL_NONE'))
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
    const request = await openRequest(cloud.ports, alice, sign({ action: 'delete' }))
    await dispatch({ ...cloud.ports, database: watched }, request)
    expect(seen.length).toBeGreaterThan(4)
    expect(seen.every((statuses) => JSON.stringify(statuses) === '["revoked"]')).toBe(true)
  })

  it('takes nothing from anybody else', async () => {
    const other = await enrolCitizen(cloud, mallory, { idNumber: '440524188001010014' })
    const theirs = <T>(action: WalletAction) => send(sign(action, {}, other.key), mallory) as Promise<T>
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

describe('history', () => {
  it('is the own one only, newest first', async () => {
    const other = await enrolCitizen(cloud, mallory, { idNumber: '440524188001010014' })
    cloud.clock.now += 1000
    await freeze(cloud.ports, alice)
    const mine = await ask<History>({ action: 'history' })
    expect(mine.entries.map(({ kind }) => kind)).toEqual(['frozen', 'issued'])
    const theirs = (await send(sign({ action: 'history' }, {}, other.key), mallory)) as History
    expect(theirs.entries.map(({ kind }) => kind)).toEqual(['issued'])
  })
})
