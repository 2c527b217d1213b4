import type { History } from '@nansha/shared/api/wallet-answers'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const DAY = 86_400_000
const EXPORT = { action: 'export' } as const

let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})
const exported = () => askWallet(cloud, alice, key, EXPORT)
const lines = async () => (await askWallet<History>(cloud, alice, key, { action: 'history' })).entries

describe('an export by who took an unlocked phone', () => {
  it('is not given the day after the face was seen, without the PIN', async () => {
    cloud.clock.now += DAY
    await expect(exported()).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect((await lines()).map(({ kind }) => kind)).toEqual(['issued'])
  })

  it('is in the history, where its owner finds it', async () => {
    await exported()
    expect((await lines()).map(({ kind }) => kind).sort()).toEqual(['exported', 'issued'])
  })

  it('is given ten times a day, of many at once too', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, exported))
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused.length).toBeGreaterThanOrEqual(2)
    for (let more = refused.length; more > 2; more--) await exported()
    await expect(exported()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    expect((await lines()).filter(({ kind }) => kind === 'exported')).toHaveLength(10)
  })
})
