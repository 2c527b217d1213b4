import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { openRequest } from '@nansha/core/wallet/open-request'
import { renewCredential } from '@nansha/core/wallet/renew-credential'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Renewed } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { credentialFingerprint } from '@nansha/shared/log/stapled-proof'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen, signRequest } from '../../support/enrolled-citizen'
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
    const [old, renewed] = cloud.database.dump().credentials as unknown as [Credential, Credential]
    const at = new Date(cloud.clock.now)
    const { citizenId, type, assurance, holderJwk } = old
    expect(old).toMatchObject({ status: 'revoked', statusChangedAt: at })
    expect(renewed).toMatchObject({ citizenId, type, assurance, holderJwk, status: 'valid', issuedAt: at })
    expect(renewed).toMatchObject({ fingerprint: expect.any(String) })
    const { devices = [], citizens = [] } = cloud.database.dump()
    expect([...devices, ...citizens]).toMatchObject([
      { credentialId: renewed._id },
      { credentialId: renewed._id },
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

  it.each([
    ['is gone', 'CREDENTIAL_REVOKED'],
    ['was frozen', 'CREDENTIAL_FROZEN'],
  ])('gives nothing for a credential that %s since the request was opened', async (fate, code) => {
    cloud.clock.now += 340 * DAY
    const request = signRequest(key, { action: 'renew' }, cloud.clock.now)
    const opened = await openRequest(cloud.ports, alice, request)
    const credentials = cloud.database.in(CREDENTIALS)
    if (fate === 'is gone') await credentials.remove(opened.credential._id)
    else await credentials.update(opened.credential._id, { status: 'frozen' })
    const before = cloud.database.dump()
    await expect(renewCredential(cloud.ports, opened)).rejects.toMatchObject({ code })
    expect(cloud.database.dump()).toEqual(before)
  })

  it('unlocks nothing: no face was seen', async () => {
    cloud.clock.now += 340 * DAY
    await ask({ action: 'renew' })
    await expect(ask({ action: 'handles', count: 1 })).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  })
})
