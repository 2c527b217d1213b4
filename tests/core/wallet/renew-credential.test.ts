import type { Renewed, WalletAction } from '@nansha/shared/api/wallet'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { credentialFingerprint } from '@nansha/shared/log/stapled-proof'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen } from '../../support/enrolled-citizen'
import { queuedEntries } from '../../support/log'

const alice = 'wxc:alice' as const
const DAY = 86_400_000
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})
const ask = (action: WalletAction) => askWallet(cloud, alice, key, action)

const emblem = (validUntil: string) => ({
  fields: { validUntil: { value: validUntil, confidence: 0.99, confirm: false } },
  document: 'resident-id-card',
})

describe('renewal', () => {
  it('gives the same key another year, logs it, and revokes what it replaces', async () => {
    cloud.clock.now += 340 * DAY
    const { credential } = (await ask({ action: 'renew' })) as Renewed
    const payload = decodeJws(credential.split('~')[0] ?? '')?.payload
    expect(payload).toMatchObject({
      cnf: { jwk: key.publicJwk },
      exp: unixSeconds(cloud.clock.now) + 365 * 86_400,
    })
    expect(cloud.database.dump().credentials).toMatchObject([
      { status: 'revoked' },
      { status: 'valid', fingerprint: expect.any(String) },
    ])
    const [first, second] = queuedEntries(cloud.database)
    expect([first?.event, second?.event]).toEqual(['issued', 'renewed'])
    expect(second?.subject).toEqual(first?.subject)
    expect(second?.credential).toEqual(credentialFingerprint(credential.split('~')[0] ?? ''))
    expect(await ask({ action: 'status' })).toMatchObject({ status: 'valid' })
  })

  it('is for the last thirty days, and for a valid credential', async () => {
    const early = expect.objectContaining({ code: 'RENEWAL_EARLY' })
    await expect(ask({ action: 'renew' })).rejects.toEqual(early)
    cloud.clock.now += 335 * DAY - 1
    await expect(ask({ action: 'renew' })).rejects.toEqual(early)
    cloud.clock.now += 1
    await ask({ action: 'renew' })
    cloud.clock.now += 366 * DAY
    await expect(ask({ action: 'renew' })).rejects.toMatchObject({ code: 'CREDENTIAL_EXPIRED' })
  })

  it('is refused from the day after the physical card expired', async () => {
    cloud = createEnrolPorts()
    const { card } = cloud.world
    cloud.world.card = async (side, number) => (side === 'emblem' ? emblem('2027-12-21') : card(side, number))
    key = (await enrolCitizen(cloud, alice)).key
    // The last minute of that day in China.
    cloud.clock.now = Date.UTC(2027, 11, 21, 15, 59)
    const { credential } = (await ask({ action: 'renew' })) as Renewed
    expect(credential).toContain('~')

    cloud.clock.now = Date.UTC(2027, 11, 21, 16) + 340 * DAY
    await expect(ask({ action: 'renew' })).rejects.toMatchObject({ code: 'RENEWAL_CARD_EXPIRED' })
    expect(await ask({ action: 'status' })).toMatchObject({ status: 'valid' })
    expect(cloud.database.dump().credentials).toMatchObject([{ status: 'revoked' }, { status: 'valid' }])
  })

  it('is not asked of a card that never expires', async () => {
    cloud = createEnrolPorts()
    const { card } = cloud.world
    cloud.world.card = async (side, number) => (side === 'emblem' ? emblem('long-term') : card(side, number))
    key = (await enrolCitizen(cloud, alice)).key
    cloud.clock.now += 340 * DAY
    expect(await ask({ action: 'renew' })).toHaveProperty('credential')
  })

  it('happens once, however often it is asked at the same time', async () => {
    cloud.clock.now += 340 * DAY
    const both = await Promise.allSettled([ask({ action: 'renew' }), ask({ action: 'renew' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('unlocks nothing: no face was seen', async () => {
    cloud.clock.now += 340 * DAY
    await ask({ action: 'renew' })
    await expect(ask({ action: 'handles', count: 1 })).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  })
})
