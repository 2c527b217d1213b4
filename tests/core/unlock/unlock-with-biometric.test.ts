import { createHmac } from 'node:crypto'
import { createCallWechat } from '@nansha/core/registry/wechat-api'
import { createWechatSoter } from '@nansha/core/unlock/soter'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { BiometricChallenge, Handles } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { patientFetch } from '#support/patient-fetch'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen } from '../../support/enrolled-citizen'
import { serveApi } from '../../support/http-server'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
let platform: Awaited<ReturnType<typeof serveApi>>
let answer: object | undefined

/** What a phone's chip signs; the platform knows the key of each account. */
const sign = (openId: string, json: string) => createHmac('sha256', openId).update(json).digest('base64')

beforeEach(async () => {
  answer = undefined
  platform = await serveApi(({ url, body }) => {
    if (url.pathname === '/cgi-bin/stable_token') return { json: { access_token: 'token', expires_in: 7200 } }
    if (url.searchParams.get('access_token') !== 'token') return { json: { errcode: 40001 } }
    const { openid, json_string, json_signature } = JSON.parse(body)
    const is_ok =
      url.pathname === '/cgi-bin/soter/verify_signature' && json_signature === sign(openid, json_string)
    return { json: answer ?? { errcode: 0, errmsg: 'ok', is_ok } }
  })
  cloud = createEnrolPorts()
  const baseUrl = `http://127.0.0.1:${platform.port}`
  const call = createCallWechat({
    appId: 'wxc',
    appSecret: 's',
    baseUrl,
    fetch: patientFetch,
    now: () => cloud.clock.now,
  })
  Object.assign(cloud.ports, { verifySoter: createWechatSoter(call) })
  key = (await enrolCitizen(cloud, alice)).key
})
afterEach(() => platform.close())

const ask = <Result>(action: WalletAction) => askWallet<Result>(cloud, alice, key, action)
const challenge = async () => (await ask<BiometricChallenge>({ action: 'biometric-challenge' })).challenge
const statement = (raw: string, cpu_id = 'chip-1') =>
  JSON.stringify({ raw, fid: '2', counter: '7', cpu_id, uid: 'u' })
const unlock = (json: string, signature = sign('alice', json)) =>
  ask({ action: 'biometric-unlock', json, signature })
const touch = async (cpu_id?: string) => unlock(statement(await challenge(), cpu_id))
const handles = () => ask<Handles>({ action: 'handles', count: 1 })
const refused = (code: string) => expect.objectContaining({ code })

describe('the phone’s biometric lock', () => {
  it('unlocks for five minutes, for what asks for no fresh face', async () => {
    await touch()
    cloud.clock.now += 2 * DAY
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await touch()
    cloud.clock.now += 5 * MINUTE
    await handles()
    await ask({ action: 'passes', scenario: 'age', count: 1 })
    await expect(ask({ action: 'passes', scenario: 'gate', count: 1 })).rejects.toEqual(
      refused('UNLOCK_REQUIRED'),
    )
    cloud.clock.now += 1
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
  })

  it('is recorded with what it released', async () => {
    await touch()
    cloud.clock.now += 2 * DAY
    await touch()
    await handles()
    expect(cloud.database.dump().handles?.at(-1)).toMatchObject({
      unlock: { method: 'biometric', at: new Date(cloud.clock.now) },
    })
  })

  it('takes each challenge once, the newest only, and for two minutes', async () => {
    const json = statement(await challenge())
    await unlock(json)
    await expect(unlock(json)).rejects.toEqual(refused('BIOMETRIC_INVALID'))
    const [older, newer] = [await challenge(), await challenge()]
    await expect(unlock(statement(older))).rejects.toEqual(refused('BIOMETRIC_INVALID'))
    cloud.clock.now += 2 * MINUTE
    await unlock(statement(newer))
    const late = await challenge()
    cloud.clock.now += 2 * MINUTE + 1
    await expect(unlock(statement(late))).rejects.toEqual(refused('BIOMETRIC_INVALID'))
  })

  it('spends the challenge on a wrong signature too', async () => {
    const json = statement(await challenge())
    await expect(unlock(json, sign('mallory', json))).rejects.toEqual(refused('BIOMETRIC_INVALID'))
    await expect(unlock(json)).rejects.toEqual(refused('BIOMETRIC_INVALID'))
  })

  it('is set up only by who has just shown the PIN or the face, and stays with the chip', async () => {
    cloud.clock.now += 2 * DAY
    await expect(challenge()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await enrolCitizen(cloud, alice, { key })
    cloud.clock.now += 30 * MINUTE + 1
    await expect(challenge()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await enrolCitizen(cloud, alice, { key })
    await touch('chip-1')
    cloud.clock.now += 2 * DAY
    await expect(touch('chip-2')).rejects.toEqual(refused('BIOMETRIC_INVALID'))
    await touch('chip-1')
    cloud.clock.now += 1000
    await enrolCitizen(cloud, alice, { key })
    await touch('chip-2')
  })

  it('sets no PIN: who can add a finger to a phone is not yet its owner', async () => {
    await touch()
    cloud.clock.now += 2 * DAY
    await touch()
    await expect(ask({ action: 'set-pin', pin: '385201' })).rejects.toEqual(refused('FACE_REQUIRED'))
  })

  it.each([
    ['an error', { errcode: 87009, errmsg: 'invalid signature' }, 'SERVICE_UNAVAILABLE'],
    ['an error beside a yes', { errcode: -1, is_ok: true }, 'SERVICE_UNAVAILABLE'],
    ['a yes that is text', { errcode: 0, is_ok: 'true' }, 'SERVICE_UNAVAILABLE'],
    ['a no', { errcode: 0, is_ok: false }, 'BIOMETRIC_INVALID'],
  ])('takes %s of the platform for no yes', async (_, platformAnswer, code) => {
    answer = platformAnswer
    await expect(touch()).rejects.toEqual(refused(code))
  })

  it.each(['', '{}', '[]', '{"raw":1,"cpu_id":"c"}', 'null'])(
    'refuses a result that is none: %s',
    async (json) => {
      await challenge()
      await expect(unlock(json)).rejects.toEqual(refused(json ? 'BIOMETRIC_INVALID' : 'REQUEST_INVALID'))
    },
  )

  it('is told apart where the deployment has no such service', async () => {
    Object.assign(cloud.ports, { verifySoter: null })
    await expect(challenge()).rejects.toEqual(refused('BIOMETRIC_UNAVAILABLE'))
    await expect(unlock(statement('x'))).rejects.toEqual(refused('BIOMETRIC_UNAVAILABLE'))
  })
})
