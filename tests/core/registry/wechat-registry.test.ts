import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { randomId } from '@nansha/core/function/random-id'
import { createCallWechat } from '@nansha/core/registry/wechat-api'
import { createWechatRegistry } from '@nansha/core/registry/wechat-registry'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { patientFetch } from '#support/patient-fetch'
import { createTestClock } from '../../support/clock'
import { type Received, serveApi } from '../../support/http-server'

const applicant = {
  name: '李明',
  idNumber: '11010519491231002X',
  account: { appId: 'wxc', openId: 'alice' },
  idCardAuthData: null,
  document: 'resident-id-card' as const,
}
const photos = { all: [{ fileId: 'cloud://e.b/selfie', digest: 'd' }], shown: async () => Buffer.alloc(0) }
/** Computed apart: printf 'cert_type=…' with each value in base64, through sha256sum. */
const CERT_HASH = '69f046426736b3f29de32f09a97c95442c5c7636e10b35a9386703d6c1fdb3b6'

const clock = createTestClock()
let verifyRet: unknown
let received: Received[]
let close: () => Promise<void>
let registry: ReturnType<typeof createWechatRegistry>
const capture = () => registry.capture ?? expect.unreachable()

/** The platform on this machine: gives tokens, opens sessions, and answers only for a session it opened. */
beforeEach(async () => {
  verifyRet = { errcode: 0, verify_ret: 10_000 }
  const sessions = new Map<string, Record<string, unknown>>()
  let tokens = 0
  const server = await serveApi(({ url, body }) => {
    const request = JSON.parse(body)
    if (url.pathname === '/cgi-bin/stable_token') {
      const isRight =
        request.appid === 'wxc' && request.secret === 's3cret' && request.grant_type === 'client_credential'
      return { json: isRight ? { access_token: `token${++tokens}`, expires_in: 7200 } : { errcode: 40001 } }
    }
    if (url.searchParams.get('access_token') !== `token${tokens}`) return { json: { errcode: 40001 } }
    if (url.pathname.endsWith('/getverifyid')) {
      const verify_id = `verify${sessions.size}`
      sessions.set(verify_id, request)
      return { json: { errcode: 0, verify_id, expires_in: 3600 } }
    }
    const session = sessions.get(request.verify_id)
    const isSame = session?.out_seq_no === request.out_seq_no && session?.openid === request.openid
    return { json: isSame && request.cert_hash === CERT_HASH ? verifyRet : { errcode: 48001 } }
  })
  received = server.received
  close = server.close
  registry = registryWith('s3cret', server.port)
})
afterEach(() => close())

function registryWith(appSecret: string, port: number) {
  const call = createCallWechat({
    appId: 'wxc',
    appSecret,
    baseUrl: `http://127.0.0.1:${port}`,
    fetch: patientFetch,
    now: () => clock.now,
  })
  return createWechatRegistry({ call, index: createBlindIndex(Buffer.alloc(32)), randomId })
}

const film = () => capture().open(applicant)
const compare = async (changes: object = {}) =>
  registry.compare({ ...applicant, photos, session: await film(), ...changes })

it('the WeChat registry names the person to the platform in the spelling that registries have', async () => {
  const typed = { name: ' 李\u3000明\ufe00', idNumber: applicant.idNumber }
  const session = await capture().open({ ...applicant, ...typed })
  expect(await registry.compare({ ...applicant, photos, session })).toBe('confirmed')
})

it('the WeChat registry opens a session for one name and number, then believes the platform’s own answer', async () => {
  expect(await compare()).toBe('confirmed')
  expect(registry.assurance).toBe('platform-face')
  const opened = received.find(({ url }) => url.pathname.endsWith('/getverifyid'))
  expect(JSON.parse(opened?.body ?? '')).toMatchObject({
    cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '李明', cert_no: '11010519491231002X' },
    openid: 'alice',
    // What both the platform's filming (5 to 32 of these and others) and network ID (exactly this) take.
    out_seq_no: expect.stringMatching(/^[0-9A-Za-z]{32}$/),
  })
})

it.each([
  [10_003, 'refused'],
  [10_004, 'refused'],
  [0, 'refused'],
  [90_004, 'unsure'],
  [90_199, 'unsure'],
])('the WeChat registry reads verify_ret %s as %s', async (verify_ret, decision) => {
  verifyRet = { errcode: 0, verify_ret }
  expect(await compare()).toBe(decision)
})

it('the WeChat registry refuses a session that was opened for somebody else, or none, without asking', async () => {
  const session = await film()
  const asked = received.length
  expect(await registry.compare({ ...applicant, name: '王芳', photos, session })).toBe('refused')
  expect(await registry.compare({ ...applicant, idNumber: '440524188001010014', photos, session })).toBe(
    'refused',
  )
  expect(await registry.compare({ ...applicant, photos, session: null })).toBe('refused')
  expect(received).toHaveLength(asked)
})

it.each([
  ['an error code', { errcode: 61010, errmsg: 'expired' }],
  ['an error code beside a good result', { errcode: -1, verify_ret: 10_000 }],
  ['a result that is no number', { errcode: 0, verify_ret: '10000' }],
  ['nothing that is known', {}],
])('the WeChat registry takes %s for no answer, never for a pass', async (_, answer) => {
  verifyRet = answer
  await expect(compare()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

it('the WeChat registry gives no answer when the platform is away or knows another secret', async () => {
  await close()
  await expect(film()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  const server = await serveApi(() => ({ json: { errcode: 40125 } }))
  const stranger = registryWith('wrong', server.port).capture ?? expect.unreachable()
  await expect(stranger.open(applicant)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  await server.close()
})

it('the WeChat registry keeps its token until shortly before the end', async () => {
  const tokens = () => received.filter(({ url }) => url.pathname === '/cgi-bin/stable_token').length
  await film()
  await film()
  expect(tokens()).toBe(1)
  clock.now += 6_900_000
  await film()
  expect(tokens()).toBe(2)
})
