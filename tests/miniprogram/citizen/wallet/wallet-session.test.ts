import type { Ask } from '@nansha/kit/cloud/ask'
import { NanshaError } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { describe, expect, test } from 'vitest'
import { createWalletSession } from '#citizen/wallet/wallet-session'
import { statusAt } from '#citizen/wallet/wallet-state'
import { NOW } from '#support/clock'
import { eventually } from '#support/eventually'
import { createMemoryStorage } from '../../support/memory-storage'
import { type CitizenCloud, createCitizenCloud, issueSpecimen } from '../support/citizen-cloud'

function phone(cloud: CitizenCloud = createCitizenCloud(), storage = createMemoryStorage()) {
  let serial = 0
  const ask = (async (name: string, event: object) => {
    const answer = cloud.answer(name, event) as { ok?: boolean; code?: never }
    if (answer.ok === false && answer.code) throw new NanshaError(answer.code)
    return answer
  }) as Ask
  const session = createWalletSession({
    ask,
    storage,
    now: () => Date.now(),
    randomBytes: async (length) => new Uint8Array(length).fill(++serial),
  })
  return { session, cloud, storage }
}

async function enrolled(cloud?: CitizenCloud) {
  const started = phone(cloud)
  const key = await started.session.phoneKey()
  await started.session.load()
  started.cloud.holder = key.publicJwk
  await started.session.keep({ key, credential: issueSpecimen(started.cloud) })
  return { ...started, key }
}

describe('createWalletSession', () => {
  test('a phone without anything is empty', async () => {
    const { session } = phone()
    await session.load()
    expect(session.store.get()).toEqual({ phase: 'empty' })
    expect(() => session.signPass({ pass: 'a~', scenario: 'gate', issuedAt: 1 })).toThrow(
      expect.objectContaining({ code: 'CREDENTIAL_NONE' }),
    )
  })

  test('what was kept is there after a restart, with the key it is bound to', async () => {
    const { storage, key } = await enrolled()
    const { session } = phone(undefined, storage)
    await session.load()
    expect(session.store.get()).toMatchObject({ phase: 'held', held: { key }, identity: { name: '李明' } })
  })

  test('keeps nothing that it could not show', async () => {
    const { session, storage, key } = await enrolled()
    const before = storage.values.get('credential')
    const holder = createHolderKey(new Uint8Array(48).fill(77)).publicJwk
    for (const credential of ['not~a~credential~', issueSpecimen({ holder })]) {
      await expect(session.keep({ key, credential })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    }
    expect(storage.values.get('credential')).toBe(before)
  })

  test('the key of a phone is the same for every try, and a new one after it was forgotten', async () => {
    const { session } = phone()
    const first = await session.phoneKey()
    expect(await session.phoneKey()).toEqual(first)
    await session.forget()
    expect(await session.phoneKey()).not.toEqual(first)
  })

  test('handles of an earlier credential are not used with the next', async () => {
    const { session, cloud, key } = await enrolled()
    await session.refresh()
    expect(await session.stocks.handles.left()).toHaveLength(10)
    await session.keep({ key, credential: issueSpecimen(cloud) })
    expect(await session.stocks.handles.left()).toEqual([])
  })

  test('a PIN that ended with an earlier binding is forgotten, so that a new one can be set', async () => {
    const { session, cloud } = await enrolled()
    await session.setPin('385201')
    expect(session.store.get()).toMatchObject({ hasPin: true })
    cloud.refusals = { unlock: 'PIN_NONE' }
    await expect(session.unlock('385201')).rejects.toMatchObject({ code: 'PIN_NONE' })
    expect(session.store.get()).toMatchObject({ hasPin: false })
  })

  test('the phone’s own lock signs the server’s challenge; who gives up sends nothing', async () => {
    const { session, cloud } = await enrolled()
    const signed: string[] = []
    const sign = async (challenge: string) => {
      signed.push(challenge)
      return { json: '{}', signature: 'c2lnbmVk' }
    }
    expect(await session.unlockWithBiometric(async () => undefined)).toBe(false)
    expect(cloud.actions).toEqual(['biometric-challenge'])
    expect(await session.unlockWithBiometric(sign)).toBe(true)
    expect(signed).toEqual(['challenge'])
    expect(cloud.actions).toContain('biometric-unlock')
  })

  test('refreshing brings status and handles; a frozen credential gets none', async () => {
    const cloud = createCitizenCloud()
    cloud.status = { status: 'frozen', numberLocked: true }
    const { session } = await enrolled(cloud)
    await session.refresh()
    expect(session.store.get()).toMatchObject({ server: { status: 'frozen', numberLocked: true } })
    expect(cloud.actions).toEqual(['status'])
  })

  test('a revoked phone starts over with a new key', async () => {
    const cloud = createCitizenCloud()
    cloud.status = { status: 'revoked', numberLocked: false }
    const { session, key } = await enrolled(cloud)
    await session.refresh()
    expect(await session.phoneKey()).not.toEqual(key)
  })

  test('renews silently in the last thirty days, for the same key, and not before', async () => {
    const { session, cloud, key } = await enrolled()
    await session.refresh()
    expect(cloud.actions).not.toContain('renew')
    await session.keep({ key, credential: issueSpecimen({ ...cloud, validDays: 29 }) })
    await session.refresh()
    expect(cloud.actions.filter((action) => action === 'renew')).toHaveLength(1)
    const renewed = session.store.get()
    const daysLeft = renewed.phase === 'held' ? (renewed.identity.expiresAt - Date.now() / 1000) / 86_400 : 0
    expect(daysLeft).toBeGreaterThan(360)
    expect(renewed).toMatchObject({ held: { key } })
  })

  test('does not ask to renew for a card that has expired', async () => {
    const { session, cloud, key } = await enrolled()
    await session.keep({
      key,
      credential: issueSpecimen({ ...cloud, claims: { card_validity: '2023-12-01' }, validDays: 29 }),
    })
    await session.refresh()
    expect(cloud.actions).not.toContain('renew')
    expect(session.store.get()).toMatchObject({ identity: { cardValidity: '2023-12-01' } })
  })

  test('without network the last known state stays', async () => {
    const { session, cloud } = await enrolled()
    await session.refresh()
    cloud.network = false
    await expect(session.refresh()).rejects.toThrow()
    expect(session.store.get()).toMatchObject({ server: { status: 'valid' } })
    expect(await session.stocks.handles.left()).toHaveLength(10)
  })

  test('signs tickets over the issuer of the credential, the handle and the slot', async () => {
    const { session } = await enrolled()
    const handle = 'AAAAAAAAAAAAAAAAAAAAAA'
    expect(unpackTicket(session.signTicket({ scenario: 'hotel', handle, issuedAt: NOW }))).toMatchObject({
      issuerId: 7,
      scenario: 'hotel',
      handle,
      iat: NOW,
    })
  })

  test('a postponed credential survives a restart and is collected when it is ready', async () => {
    const { session, storage } = phone()
    const key = await session.phoneKey()
    await session.load()
    await session.keep({ key, enrolmentId: 'enrolment-0000001', readyAt: NOW })

    const { session: restarted, cloud } = phone(undefined, storage)
    await restarted.load()
    expect(restarted.store.get()).toMatchObject({ phase: 'postponed' })
    cloud.submitted = { readyAt: NOW + 60 }
    await restarted.collect()
    expect(restarted.store.get()).toMatchObject({ postponed: { readyAt: NOW + 60 } })
    cloud.submitted = 'issued'
    cloud.holder = key.publicJwk
    await restarted.collect()
    expect(restarted.store.get()).toMatchObject({ phase: 'held', held: { key } })
    expect(storage.values.has('postponed')).toBe(false)
  })

  test('a veto of the older phone is told', async () => {
    const { session, cloud } = phone()
    await session.load()
    const key = await session.phoneKey()
    await session.keep({ key, enrolmentId: 'enrolment-0000001', readyAt: NOW })
    cloud.submitted = { code: 'ENROLMENT_UNKNOWN' }
    await expect(session.collect()).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
  })

  test('after the PIN everything that runs low is fetched; the PIN itself is not kept', async () => {
    const { session, cloud, storage } = await enrolled()
    await session.setPin('135792')
    expect(session.store.get()).toMatchObject({ hasPin: true })
    await eventually(async () => expect(await session.stocks.passes.age.left()).toHaveLength(5))
    expect(await session.stocks.passes.gate.left()).toHaveLength(5)
    expect(cloud.actions).toEqual(['set-pin', 'handles', 'passes', 'passes'])
    expect([...storage.values.values()].join()).not.toContain('135792')
  })

  test('forgetting leaves neither credential nor key nor handles', async () => {
    const { session, storage } = await enrolled()
    await session.refresh()
    await session.forget()
    expect([...storage.values.keys()]).toEqual([])
    expect(session.store.get()).toEqual({ phase: 'empty' })
  })
})

test('a credential past its end is shown as expired, also without network', async () => {
  const { session } = await enrolled()
  const state = session.store.get()
  if (state.phase !== 'held') throw new Error('not held')
  expect(statusAt(state, Date.now())).toBe('valid')
  expect(statusAt(state, state.identity.expiresAt * 1000)).toBe('expired')
})
