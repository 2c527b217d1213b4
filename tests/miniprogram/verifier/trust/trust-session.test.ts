import { STAFF } from '@nansha/core/records/staff'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, NOW_MS } from '#support/clock'

import { CLERK } from '#support/world'
import { verifyTicket } from '#verifier/check/verify-ticket'
import { type Companion, createCompanion } from '../support/companion'

const HOUR_MS = 3600_000

let companion: Companion
beforeEach(async () => {
  companion = await createCompanion()
})
const phase = () => companion.trust.store.get().phase
const bundleAge = () => {
  const state = companion.trust.store.get()
  return state.phase === 'held' ? companion.trust.now() - state.bundle.iat : undefined
}

describe('trust data', () => {
  it('is downloaded when there is none, and says whose licence it is', async () => {
    expect((await companion.trust.require()).licence.organisationId).toBe('organisation-1')
    expect(phase()).toBe('held')
  })

  it('survives a restart without network', async () => {
    await companion.trust.refresh()
    companion.line.failure = 'OFFLINE'
    companion.world.clock.now += 2 * HOUR_MS
    const restarted = companion.restart()
    expect((await restarted.require()).licence.name.en).toBe('Nansha Hotel')
    expect(companion.asked).toEqual(['bundle'])
  })

  it('is refreshed after five minutes, and no sooner', async () => {
    await companion.trust.refreshIfDue()
    companion.world.clock.now += 299_000
    await companion.trust.refreshIfDue()
    expect(companion.asked).toHaveLength(1)
    companion.world.clock.now += 1000
    await companion.trust.refreshIfDue()
    expect(companion.asked).toHaveLength(2)
    expect(bundleAge()).toBe(0)
  })

  it('goes on working when a refresh fails, and ages', async () => {
    await companion.trust.refresh()
    companion.line.failure = 'OFFLINE'
    companion.world.clock.now += HOUR_MS
    await companion.trust.refreshIfDue()
    expect(bundleAge()).toBe(3600)
  })

  it('is refused when older than a day', async () => {
    await companion.trust.refresh()
    companion.line.failure = 'OFFLINE'
    companion.world.clock.now += 24 * HOUR_MS + 1000
    await expect(companion.trust.require()).rejects.toMatchObject({ code: 'TRUST_OUTDATED' })
    await expect(companion.restart().require()).rejects.toMatchObject({ code: 'TRUST_OUTDATED' })
  })

  it('that was never downloaded needs a network', async () => {
    companion.line.failure = 'OFFLINE'
    await expect(companion.trust.require()).rejects.toMatchObject({ code: 'OFFLINE' })
  })

  it('is dropped when the account is nobody’s staff any more', async () => {
    await companion.trust.refresh()
    await companion.world.database.in(STAFF).remove(CLERK)
    await companion.trust.refresh()
    expect(companion.trust.store.get()).toEqual({ phase: 'none', code: 'STAFF_NOT_ENTITLED' })
    companion.line.failure = 'OFFLINE'
    await expect(companion.restart().require()).rejects.toMatchObject({ code: 'OFFLINE' })
  })

  it('is dropped at the next question to the cloud once the licence was withdrawn, and is back with it', async () => {
    await companion.trust.refresh()
    await companion.world.setOrganisation({ suspendedAt: new Date(companion.world.clock.now) })
    const shown = companion.world.show(await companion.world.giveHandle())
    await expect(verifyTicket(companion.desk, 'hotel', shown)).rejects.toMatchObject({
      code: 'LICENCE_SUSPENDED',
    })
    expect(companion.trust.store.get()).toEqual({ phase: 'none', code: 'LICENCE_SUSPENDED' })
    companion.line.failure = 'OFFLINE'
    await expect(companion.restart().require()).rejects.toMatchObject({ code: 'OFFLINE' })

    companion.line.failure = undefined
    await companion.world.setOrganisation({ suspendedAt: null })
    await companion.trust.require()
    expect(phase()).toBe('held')
  })

  it('that is damaged on the device is downloaded again', async () => {
    companion.storage.values.set('trust-bundle', '{"answer":{"bundle":"e30.e30.AA","statusLists":[]}')
    await companion.trust.load()
    expect(phase()).toBe('none')
    await companion.trust.require()
    expect(phase()).toBe('held')
  })
})

describe('trust data that an attacker on the network replaces', () => {
  it('is not taken when older than what is kept', async () => {
    const yesterdays = await companion.world.download()
    companion.world.clock.now += HOUR_MS
    await companion.trust.refresh()
    companion.line.tamper = () => yesterdays
    companion.world.clock.now += HOUR_MS
    await companion.trust.refresh()
    expect(bundleAge()).toBe(3600)
  })

  it('is not taken when older than what is kept, after a restart either', async () => {
    const yesterdays = await companion.world.download()
    companion.world.clock.now += HOUR_MS
    await companion.trust.refresh()
    companion.line.tamper = () => yesterdays
    const restarted = companion.restart()
    await restarted.refresh()
    expect((await restarted.require()).iat).toBe(NOW + 3600)
  })

  it('is not taken from roots that were not pinned', async () => {
    const { ports } = companion.world
    const forged = await createBundle({ ...ports, trustList: 'e30.e30.AA' }, CLERK)
    companion.line.tamper = () => forged
    await expect(companion.trust.require()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })
})

describe('the clock', () => {
  it('is never behind the newest time that the issuer signed, also after a restart', async () => {
    await companion.trust.refresh()
    await companion.trust.noteSignedTime(NOW + 500)
    const restarted = companion.restart()
    await restarted.load()
    companion.world.clock.now = (NOW + 470) * 1000
    expect(restarted.now()).toBe(NOW + 500)
    companion.world.clock.now = (NOW + 400) * 1000
    expect(() => restarted.now()).toThrow(expect.objectContaining({ code: 'CLOCK_BEHIND' }))
  })

  it('set back does not bring an expired bundle to life', async () => {
    await companion.trust.refresh()
    companion.world.clock.now += 24 * HOUR_MS + 1000
    companion.trust.noteSignedTime(companion.trust.now())
    companion.line.failure = 'OFFLINE'
    companion.world.clock.now = NOW_MS
    await expect(companion.restart().require()).rejects.toMatchObject({ code: 'CLOCK_BEHIND' })
  })
})
