import { freeze } from '@nansha/core/wallet/freeze'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles, History, WalletStatus } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
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

describe('history', () => {
  it('is the holder’s only, newest first', async () => {
    const other = await enrolCitizen(cloud, mallory, { idNumber: '440524188001010014' })
    cloud.clock.now += 1000
    await freeze(cloud.ports, alice)
    const mine = await ask<History>({ action: 'history' })
    expect(mine.entries.map(({ kind }) => kind)).toEqual(['frozen', 'issued'])
    const theirs = (await send(sign({ action: 'history' }, {}, other.key), mallory)) as History
    expect(theirs.entries.map(({ kind }) => kind)).toEqual(['issued'])
  })
})
