import type { AlertChannel } from '@nansha/core/alerts/alert-channel'
import { collectRebinding } from '@nansha/core/enrol/rebinding'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { History, WalletStatus } from '@nansha/shared/api/wallet-answers'
import type { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts } from '../../support/enrol-ports'
import { enrolCitizen, signRequest } from '../../support/enrolled-citizen'

const HOUR = 3600_000
const alice = 'wxc:alice' as const
const thief = 'wxc:thief' as const

let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(() => {
  cloud = createEnrolPorts()
})

const ask = async <T>(key: HolderKey, action: WalletAction) => {
  const request = signRequest(key, action, cloud.clock.now)
  return (await dispatch(cloud.ports, await openRequest(cloud.ports, alice, request))) as T
}
const kinds = async (key: HolderKey) =>
  (await ask<History>(key, { action: 'history' })).entries.map(({ kind }) => kind)
/** The deployment sends messages in the chat app. */
const withAlerts = () => {
  const alerts: AlertChannel = { templateId: 'template', send: async () => 'sent' }
  Object.assign(cloud.ports, { alerts })
}
const status = (key: HolderKey) => ask<WalletStatus>(key, { action: 'status' })
const newest = () => {
  const enrolments = cloud.database.dump().enrolments ?? []
  return enrolments.at(-1)?._id ?? ''
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    ({ code, details }: NanshaError) => ({ code, details }),
  )
/** What a first try is told, whatever the reason; tests/core/enrol/uniform-refusal.test.ts. */
const REFUSED = { code: 'PROOFING_RETRY', details: {} }

describe('a new phone while the old one is in use', () => {
  it('waits a day, in which the old one works on and is told', async () => {
    const old = await enrolCitizen(cloud, alice)
    withAlerts()
    await ask(old.key, { action: 'alerts', wanted: true })
    Object.assign(cloud.ports, { alerts: null })
    const next = await enrolCitizen(cloud, alice)
    expect(cloud.database.dump().alerts).toMatchObject([{ kind: 'rebinding' }])
    const readyAt = cloud.clock.now / 1000 + 86_400
    expect(next).toMatchObject({ readyAt })
    expect(await status(old.key)).toEqual({ status: 'valid', numberLocked: false, rebindingAt: readyAt })
    expect((await kinds(old.key)).sort()).toEqual(['issued', 'rebinding'])
    await expect(status(next.key)).rejects.toMatchObject({ code: 'CREDENTIAL_NONE' })

    const enrolmentId = newest()
    cloud.clock.now += 24 * HOUR - 1
    expect(await collectRebinding(cloud.ports, alice, enrolmentId)).toEqual({ readyAt })
    cloud.clock.now += 1
    expect(await collectRebinding(cloud.ports, alice, enrolmentId)).toHaveProperty('credential')
    expect((await status(old.key)).status).toBe('revoked')
    expect((await status(next.key)).status).toBe('valid')
    await expect(collectRebinding(cloud.ports, alice, enrolmentId)).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
  })

  it('is sent away by a veto', async () => {
    const old = await enrolCitizen(cloud, alice)
    await enrolCitizen(cloud, alice)
    await ask(old.key, { action: 'rebinding', allowed: false })
    cloud.clock.now += 24 * HOUR
    await expect(collectRebinding(cloud.ports, alice, newest())).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
    expect(await status(old.key)).toEqual({ status: 'valid', numberLocked: false })
    expect(await kinds(old.key)).toContain('vetoed')
  })

  it('goes at once when the old one lets it', async () => {
    const old = await enrolCitizen(cloud, alice)
    await enrolCitizen(cloud, alice)
    await ask(old.key, { action: 'rebinding', allowed: true })
    expect(await collectRebinding(cloud.ports, alice, newest())).toHaveProperty('credential')
  })

  it('does not collect what another one was to get that came at the same moment', async () => {
    await enrolCitizen(cloud, alice)
    await enrolCitizen(cloud, alice)
    const enrolmentId = newest()
    const { database } = cloud.ports
    const meanwhile: typeof database.transaction = async (work) => {
      await enrolCitizen(cloud, alice)
      cloud.clock.now += 24 * HOUR
      return database.transaction(work)
    }
    const ports = { ...cloud.ports, database: { ...database, transaction: meanwhile } }
    await expect(collectRebinding(ports, alice, enrolmentId)).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
  })

  it('is nobody else’s to collect', async () => {
    await enrolCitizen(cloud, alice)
    await enrolCitizen(cloud, alice)
    cloud.clock.now += 24 * HOUR
    await expect(collectRebinding(cloud.ports, thief, newest())).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
  })

  it('is bound at once when it has the same key', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    expect(await enrolCitizen(cloud, alice, { key })).toHaveProperty('credential')
    expect((await status(key)).status).toBe('valid')
  })
})

describe('the number lock', () => {
  it('bars enrolment and re-binding from afar, even with the right face, and says nothing', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    await ask(key, { action: 'set-pin', pin: '385201' })
    await ask(key, { action: 'number-lock', locked: true })
    expect((await status(key)).numberLocked).toBe(true)
    expect(await refusal(enrolCitizen(cloud, thief))).toEqual(REFUSED)
    cloud.clock.now += 8 * 24 * HOUR
    expect(await refusal(enrolCitizen(cloud, alice))).toEqual(REFUSED)
    await ask(key, { action: 'unlock', pin: '385201' })
    await ask(key, { action: 'number-lock', locked: false })
    expect(await enrolCitizen(cloud, alice)).toHaveProperty('readyAt')
  })

  it('is lifted only by who has just unlocked the phone', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    await ask(key, { action: 'set-pin', pin: '385201' })
    cloud.clock.now += 25 * HOUR
    await ask(key, { action: 'number-lock', locked: true })
    const lift = () => ask(key, { action: 'number-lock', locked: false })
    await expect(lift()).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect((await status(key)).numberLocked).toBe(true)
    await ask(key, { action: 'unlock', pin: '385201' })
    await lift()
    expect((await status(key)).numberLocked).toBe(false)
  })

  it('bars a phone that waits already, however long it waited', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    await enrolCitizen(cloud, alice)
    await ask(key, { action: 'number-lock', locked: true })
    cloud.clock.now += 24 * HOUR
    await expect(collectRebinding(cloud.ports, alice, newest())).rejects.toMatchObject({
      code: 'PROOFING_REFUSED',
    })
    expect((await status(key)).status).toBe('valid')
  })

  it('outlives the identity', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    await ask(key, { action: 'number-lock', locked: true })
    await ask(key, { action: 'delete' })
    expect(await refusal(enrolCitizen(cloud, thief))).toEqual(REFUSED)
  })
})

describe('a stranger who tries with another’s number', () => {
  it('is refused, and the holder is told, once an hour at most', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    withAlerts()
    await ask(key, { action: 'alerts', wanted: true })
    await refusal(enrolCitizen(cloud, thief))
    await refusal(enrolCitizen(cloud, thief))
    expect(cloud.database.dump().alerts).toMatchObject([{ kind: 'attempted' }])
    expect((await kinds(key)).filter((kind) => kind === 'attempted')).toHaveLength(1)
    cloud.clock.now += HOUR
    await refusal(enrolCitizen(cloud, thief))
    expect((await kinds(key)).filter((kind) => kind === 'attempted')).toHaveLength(2)
  })

  it('does not hinder the holder, however many accounts try', async () => {
    const { key } = await enrolCitizen(cloud, alice)
    for (let i = 0; i < 5; i++) await refusal(enrolCitizen(cloud, `wxc:thief${i}`))
    expect(await enrolCitizen(cloud, alice, { key })).toHaveProperty('credential')
    // Three make the alarm; a list that grows with every attack would be one more thing to fill.
    expect(cloud.database.dump().numberAlarms).toMatchObject([{ accounts: { length: 3 } }])
  })

  it('is told to nobody while the number has no holder', async () => {
    cloud.world.registry = async () => 'refused'
    await refusal(enrolCitizen(cloud, thief))
    expect(cloud.database.dump().events).toBeUndefined()
  })

  it('leaves the number to the counter once three accounts were refused, for a week', async () => {
    cloud.world.registry = async () => 'refused'
    for (let i = 0; i < 2; i++) await refusal(enrolCitizen(cloud, `wxc:thief${i}`))
    await refusal(enrolCitizen(cloud, 'wxc:thief0'))
    cloud.world.registry = async () => 'confirmed'
    expect(await refusal(enrolCitizen(cloud, alice, { idNumber: '440524188001010014' }))).toBe('granted')

    cloud.world.registry = async () => 'refused'
    await refusal(enrolCitizen(cloud, 'wxc:thief2'))
    cloud.world.registry = async () => 'confirmed'
    expect(await refusal(enrolCitizen(cloud, alice))).toEqual(REFUSED)
    cloud.clock.now += 7 * 24 * HOUR
    expect(await refusal(enrolCitizen(cloud, alice))).toBe('granted')
  })

  it('is forgotten after a week: two old refusals and a new one make no alarm', async () => {
    cloud.world.registry = async () => 'refused'
    for (let i = 0; i < 2; i++) await refusal(enrolCitizen(cloud, `wxc:thief${i}`))
    cloud.clock.now += 7 * 24 * HOUR
    await refusal(enrolCitizen(cloud, 'wxc:thief2'))
    cloud.world.registry = async () => 'confirmed'
    expect(await refusal(enrolCitizen(cloud, alice))).toBe('granted')
  })

  it('is remembered without naming account or number', async () => {
    cloud.world.registry = async () => 'refused'
    await refusal(enrolCitizen(cloud, thief))
    expect(JSON.stringify(cloud.database.dump().numberAlarms)).not.toMatch(/thief|11010519/)
  })
})
