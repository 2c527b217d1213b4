import { createWechatAlerts } from '@nansha/core/alerts/alert-by-wechat'
import type { AlertChannel } from '@nansha/core/alerts/alert-channel'
import { queueAlert } from '@nansha/core/alerts/queue-alert'
import { sendAlerts } from '@nansha/core/alerts/send-alerts'
import type { AlertKind } from '@nansha/core/records/alerts'
import { CITIZENS } from '@nansha/core/records/citizens'
import { createCallWechat } from '@nansha/core/registry/wechat-api'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { askWallet, enrolCitizen } from '#support/enrolled-citizen'
import { serveApi } from '#support/http-server'
import { patientFetch } from '#support/patient-fetch'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
let platform: Awaited<ReturnType<typeof serveApi>>
let answer: object

beforeEach(async () => {
  answer = { errcode: 0, errmsg: 'ok' }
  platform = await serveApi(({ url }) => {
    if (url.pathname === '/cgi-bin/stable_token') return { json: { access_token: 'token', expires_in: 7200 } }
    return { json: url.searchParams.get('access_token') === 'token' ? answer : { errcode: 40001 } }
  })
  cloud = createEnrolPorts()
  const call = createCallWechat({
    appId: 'wxc',
    appSecret: 's',
    baseUrl: `http://127.0.0.1:${platform.port}`,
    fetch: patientFetch,
    now: () => cloud.clock.now,
  })
  const alerts = createWechatAlerts(call, { id: 'template', what: 'thing1', when: 'time2' })
  Object.assign(cloud.ports, { alerts })
  key = (await enrolCitizen(cloud, alice)).key
})
afterEach(() => platform.close())

const ask = <Result>(action: WalletAction) => askWallet<Result>(cloud, alice, key, action)
const subscribe = (wanted = true) => ask({ action: 'alerts', wanted })
const alertsOf = async () => (await ask<WalletStatus>({ action: 'status' })).alerts
const send = (timeLeft = 20_000) => sendAlerts(cloud.ports, () => timeLeft)
const sent = () =>
  platform.received
    .filter(({ url }) => url.pathname === '/cgi-bin/message/subscribe/send')
    .map(({ body }) => JSON.parse(body))
const queue = () => cloud.database.dump().alerts ?? []

/** Somebody checks the identity, or `kind` happens to it. */
async function happen(kind: AlertKind = 'presented', at = cloud.clock.now): Promise<void> {
  const [citizen] = await cloud.ports.database.in(CITIZENS).find({}, { limit: 1 })
  if (!citizen) throw new Error('Nobody is enrolled.')
  await queueAlert(cloud.ports, cloud.ports.database, citizen, kind, at)
}
/** Sends by a channel of the test's own. */
const sendBy = (send: AlertChannel['send'], timeLeft = () => 20_000) =>
  sendAlerts({ ...cloud.ports, alerts: { templateId: 'template', send } }, timeLeft)

describe('messages in the chat app', () => {
  it('go to who agreed, say what happened and when in China, and neither who it is nor where', async () => {
    await subscribe()
    cloud.clock.now = Date.UTC(2027, 0, 15, 16, 5)
    await happen()
    expect(await send()).toEqual({ sent: 1, waiting: 0 })
    expect(sent()).toEqual([
      {
        touser: 'alice',
        template_id: 'template',
        page: 'history/index',
        data: { thing1: { value: '您的南沙身份刚被核验' }, time2: { value: '2027-01-16 00:05' } },
      },
    ])
    expect(await send()).toEqual({ sent: 0, waiting: 0 })
    expect(queue()).toEqual([])
  })

  it('go to nobody who did not agree, or who agreed and then did not', async () => {
    await happen()
    expect(queue()).toEqual([])
    await subscribe()
    await happen()
    await subscribe(false)
    await send()
    expect(sent()).toEqual([])
    expect(queue()).toEqual([])
  })

  it('end when the platform says that nobody wants them any more', async () => {
    await subscribe()
    await happen()
    answer = { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    await send()
    expect(await alertsOf()).toEqual({ templateId: 'template', areWanted: false })
    await happen()
    expect(queue()).toEqual([])
  })

  it('go on when the citizen agrees anew while the platform says so', async () => {
    await subscribe()
    await happen()
    cloud.clock.now += 1
    await sendBy(async () => {
      await subscribe()
      return 'unwanted'
    })
    expect(await alertsOf()).toMatchObject({ areWanted: true })
  })

  it('are done with when the identity is deleted while they are sent', async () => {
    await subscribe()
    await happen()
    const sent = sendBy(async () => {
      await ask({ action: 'delete' })
      return 'unwanted'
    })
    expect(await sent).toEqual({ sent: 1, waiting: 0 })
  })

  it('of an identity that was moved are sent whatever its holder wants now, and once', async () => {
    await subscribe()
    await happen('issued')
    await subscribe(false)
    const told: string[] = []
    const sent = sendBy(async (account, { kind }) => {
      told.push(`${account} ${kind}`)
      return 'unwanted'
    })
    expect(await sent).toEqual({ sent: 1, waiting: 0 })
    expect(told).toEqual(['wxc:alice issued'])
    expect(queue()).toEqual([])
  })

  it('are sent ten at once, each of them once', async () => {
    await subscribe()
    for (let minute = 0; minute < 23; minute++) await happen('refused', cloud.clock.now - minute * MINUTE)
    const times: number[] = []
    let [underWay, most] = [0, 0]
    const sent = sendBy(async (_, { at }) => {
      most = Math.max(most, ++underWay)
      times.push(at.getTime())
      await new Promise((resolve) => setTimeout(resolve, 5))
      underWay--
      return 'sent'
    })
    expect(await sent).toEqual({ sent: 23, waiting: 0 })
    expect(most).toBe(10)
    expect(new Set(times).size).toBe(23)
    expect(times).toHaveLength(23)
  })

  it('are sent by the hour in which they run out', async () => {
    await subscribe()
    const hour = Date.UTC(2027, 0, 15, 16)
    for (const minute of [50, 40]) {
      cloud.clock.now = hour + minute * MINUTE
      await happen('refused')
    }
    cloud.clock.now = hour + 51 * MINUTE
    const told: number[] = []
    await sendBy(async (_, { at }) => {
      told.push((at.getTime() - hour) / MINUTE)
      return 'sent'
    })
    expect(told).toEqual([40, 50])
  })

  it('tell one minute’s uses once, and those of the next again', async () => {
    cloud.clock.now = Date.UTC(2027, 0, 15, 16, 5)
    await subscribe()
    await happen()
    cloud.clock.now += MINUTE - 1
    await happen()
    expect(queue()).toHaveLength(1)
    cloud.clock.now += 1
    await happen()
    expect(await send()).toEqual({ sent: 2, waiting: 0 })
  })

  it('wait for a platform that is down, and are not sent once they are old', async () => {
    await subscribe()
    await happen()
    answer = { errcode: -1 }
    expect(await send()).toEqual({ sent: 0, waiting: 1 })
    answer = { errcode: 0 }
    cloud.clock.now += 14 * MINUTE
    expect(await send()).toEqual({ sent: 1, waiting: 0 })
    await happen()
    cloud.clock.now += 15 * MINUTE
    expect(await send()).toEqual({ sent: 0, waiting: 0 })
    expect(queue()).toEqual([])
    expect(sent()).toHaveLength(2)
  })

  it('wait for the next round when the function must answer soon', async () => {
    await subscribe()
    await happen()
    expect(await send(12_999)).toEqual({ sent: 0, waiting: 1 })
    expect(await send(13_000)).toEqual({ sent: 1, waiting: 0 })
  })

  it('are not sent about an identity that was deleted', async () => {
    await subscribe()
    await happen()
    await ask({ action: 'delete' })
    await send()
    expect(sent()).toEqual([])
  })

  it('are offered where the deployment sends them, and nowhere else', async () => {
    expect(await alertsOf()).toEqual({ templateId: 'template', areWanted: false })
    await subscribe()
    expect(await alertsOf()).toEqual({ templateId: 'template', areWanted: true })
    Object.assign(cloud.ports, { alerts: null })
    expect(await alertsOf()).toBeUndefined()
    await subscribe(false)
    await expect(subscribe()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    await happen()
    expect(queue()).toEqual([])
    expect(await send()).toEqual({ sent: 0, waiting: 0 })
  })
})
