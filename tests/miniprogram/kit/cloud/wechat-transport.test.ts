import { beforeEach, expect, test, vi } from 'vitest'

const opened: unknown[] = []
const called: unknown[] = []
const cloud = {
  callFunction: async (call: object) => {
    called.push(call)
    return { result: { ok: true, serverTime: 1 } }
  },
  uploadFile: async ({ cloudPath }: { cloudPath: string }) => ({ fileID: `cloud://${cloudPath}` }),
}
vi.mock('@tarojs/taro', () => ({
  default: {
    cloud: {
      ...cloud,
      init: (options: object) => opened.push(options),
      Cloud: class {
        callFunction = cloud.callFunction
        uploadFile = cloud.uploadFile
        constructor(options: object) {
          opened.push(options)
        }
        init = async () => undefined
      },
    },
  },
}))

/** The port as a build for production has it. */
async function build(environment: Readonly<Record<string, string>>) {
  vi.resetModules()
  for (const name of ['NANSHA_CLOUD_ENV', 'NANSHA_CLOUD_OWNER', 'NANSHA_LOCALCLOUD'])
    vi.stubEnv(name, environment[name] ?? '')
  vi.stubEnv('NANSHA_STAGE', 'production')
  return import('@nansha/kit/cloud/cloud.weapp')
}

beforeEach(() => {
  opened.length = 0
  called.length = 0
  return () => vi.unstubAllEnvs()
})

test('the citizen app opens the environment that it was built for, once', async () => {
  const { callFunction, uploadFile } = await build({ NANSHA_CLOUD_ENV: 'nansha-1a2b' })
  expect(await callFunction('wallet', { action: 'freeze' })).toEqual({ ok: true, serverTime: 1 })
  expect(await uploadFile('a/b', { src: 'photo' })).toEqual({ ok: true, fileID: 'cloud://a/b' })
  expect(called).toEqual([{ name: 'wallet', data: { action: 'freeze' } }])
  expect(opened).toEqual([{ env: 'nansha-1a2b' }])
})

test('the companion shares the environment of the citizen app', async () => {
  const { callFunction } = await build({ NANSHA_CLOUD_ENV: 'nansha-1a2b', NANSHA_CLOUD_OWNER: 'wxcitizen' })
  await callFunction('verify', { action: 'session' })
  expect(opened).toEqual([{ resourceAppid: 'wxcitizen', resourceEnv: 'nansha-1a2b' }])
})
