import { Agent } from 'node:http'
import { createTencentcloudRegistry } from '@nansha/core/registry/tencentcloud-registry'
import { afterEach, expect, it } from 'vitest'
import { type Received, serveApi } from '../../support/http-server'
import { isSignedRight } from '../../support/tc3-signature'

const SECRET_ID = 'AKIDtest'
const SECRET_KEY = 'a secret key'
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

/** Tencent Cloud on this machine: refuses a wrong signature as the real one does, else answers as told. */
async function registryAnswering(respond: (received: Received) => object | 'hang', secretKey = SECRET_KEY) {
  const server = await serveApi((received) => {
    if (!isSignedRight(received, SECRET_ID, SECRET_KEY)) {
      return {
        json: {
          Response: { RequestId: 'r', Error: { Code: 'AuthFailure.SignatureFailure', Message: 'wrong' } },
        },
      }
    }
    const answer = respond(received)
    return answer === 'hang' ? answer : { json: { Response: { RequestId: 'r', ...answer } } }
  })
  close = server.close
  const lookup = (_: string, options: { all?: boolean }, done: (...result: unknown[]) => void) =>
    options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)
  const registry = createTencentcloudRegistry({
    secretId: SECRET_ID,
    secretKey,
    httpProfile: {
      endpoint: `faceid.localhost:${server.port}`,
      protocol: 'http://',
      agent: new Agent({ lookup: lookup as never }),
    },
  })
  return { registry, received: server.received }
}

const applicant = (photo = JPEG) => ({
  name: '李明',
  idNumber: '11010519491231002X',
  account: { appId: 'wxc', openId: 'alice' },
  photos: { all: [{ fileId: 'cloud://e.b/selfie', digest: 'd' }], shown: async () => photo },
  session: null,
  idCardAuthData: null,
  document: 'resident-id-card' as const,
})

it('the Tencent Cloud registry sends name, number and live photo, signed, to the right interface', async () => {
  const { registry, received } = await registryAnswering(() => ({ Result: 'Success', Sim: 91.2 }))
  expect(await registry.compare(applicant())).toBe('confirmed')
  expect(registry.assurance).toBe('guided-face')
  expect(received[0]?.headers).toMatchObject({
    'x-tc-action': 'ImageRecognitionV2',
    'x-tc-version': '2018-03-01',
  })
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    Name: '李明',
    IdCard: '11010519491231002X',
    ImageBase64: JPEG.toString('base64'),
  })
})

it.each(['古丽娜•买买提', '古丽娜・买买提', '古丽娜. 买买提'])(
  'the Tencent Cloud registry sends the name %s with the dot that the registry has, and nothing else',
  async (name) => {
    const { registry, received } = await registryAnswering(() => ({ Result: 'Success', Sim: 91.2 }))
    await registry.compare({ ...applicant(), name })
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ Name: '古丽娜·买买提' })
  },
)

it.each([
  [{ Result: 'Success', Sim: 70 }, 'confirmed'],
  [{ Result: 'Success', Sim: 69.99 }, 'unsure'],
  [{ Result: 'Success', Sim: 59.99 }, 'refused'],
  [{ Result: 'FailedOperation.CompareLowSimilarity', Sim: 0 }, 'refused'],
  [{ Result: 'FailedOperation.IdNameMisMatch', Sim: 99 }, 'refused'],
  [{ Result: 'FailedOperation.LifePhotoPoorQuality' }, 'unsure'],
  [{ Error: { Code: 'FailedOperation.IdNameMisMatch', Message: '' } }, 'refused'],
])('the Tencent Cloud registry reads %j as %s', async (answer, decision) => {
  const { registry } = await registryAnswering(() => answer)
  expect(await registry.compare(applicant())).toBe(decision)
})

it.each([
  ['an inner fault', { Error: { Code: 'InternalError', Message: '' } }],
  ['an unpaid bill', { Error: { Code: 'UnauthorizedOperation.Arrears', Message: '' } }],
  ['a code that we do not know', { Result: 'FailedOperation.SomethingNew', Sim: 99 }],
  ['success without a similarity', { Result: 'Success' }],
  ['success with a similarity that is no number', { Result: 'Success', Sim: '99' }],
  ['nothing that is known', {}],
  ['a dropped connection', 'hang' as const],
])('the Tencent Cloud registry takes %s for no answer, never for a pass', async (_, answer) => {
  const { registry } = await registryAnswering(() => answer)
  await expect(registry.compare(applicant())).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

it('the Tencent Cloud registry gives no answer with a wrong key (this server really checks the signature)', async () => {
  const { registry } = await registryAnswering(() => ({ Result: 'Success', Sim: 99 }), 'another key')
  await expect(registry.compare(applicant())).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

it('the Tencent Cloud registry does not send what the interface would not take', async () => {
  const { registry, received } = await registryAnswering(() => ({}))
  const webp = Buffer.from('RIFF....WEBP')
  await expect(registry.compare(applicant(webp))).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' })
  const huge = Buffer.concat([JPEG, Buffer.alloc(2_359_296)])
  await expect(registry.compare(applicant(huge))).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
  expect(received).toEqual([])
})
