import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const platform = {
  networkType: 'wifi',
  call: (): Promise<unknown> => new Promise(() => undefined),
}
vi.mock('@tarojs/taro', () => ({
  default: {
    getNetworkType: async () => ({ networkType: platform.networkType }),
    request: () => platform.call(),
    cloud: { init: () => undefined, callFunction: () => platform.call() },
  },
}))
vi.mock('@nansha/kit/cloud/settings', () => ({
  IS_LOCAL: false,
  LOCALCLOUD: '',
  CLOUD_ENV: 'nansha-1a2b',
  CLOUD_OWNER: '',
}))

describe('why no answer came, in the mini-program', () => {
  const call = async () => {
    const { callFunction } = await import('@nansha/kit/cloud/cloud.weapp')
    return callFunction('wallet', {}, { timeoutMs: 5 })
  }
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    platform.networkType = 'wifi'
  })
  afterEach(() => vi.restoreAllMocks())

  test('silence with a network is a slow service', async () => {
    platform.call = () => new Promise(() => undefined)
    expect(await call()).toEqual({ ok: false, code: 'SERVICE_SLOW' })
  })

  test('silence or a failure without a network is no network', async () => {
    platform.networkType = 'none'
    platform.call = () => new Promise(() => undefined)
    expect(await call()).toEqual({ ok: false, code: 'OFFLINE' })
    platform.call = () => Promise.reject({ errCode: -1, errMsg: 'request:fail' })
    expect(await call()).toEqual({ ok: false, code: 'OFFLINE' })
  })

  test('a cloud that cannot be reached, or that says it failed, is unavailable', async () => {
    for (const failure of [{ errCode: -1, errMsg: 'request:fail' }, { errCode: -504002 }]) {
      platform.call = () => Promise.reject(failure)
      expect(await call()).toEqual({ ok: false, code: 'SERVICE_UNAVAILABLE' })
    }
  })

  test('an interface that this WeChat does not have is a defect, and no missing network', async () => {
    platform.networkType = 'none'
    platform.call = () => {
      throw new TypeError('Taro.cloud.callFunction is not a function')
    }
    expect(await call()).toEqual({ ok: false, code: 'APP_DEFECT' })
  })
})

describe('why no answer came, in a browser', () => {
  const call = async (failure: unknown, onLine: boolean) => {
    vi.stubGlobal('location', { search: '' })
    vi.stubGlobal('navigator', { onLine })
    vi.stubGlobal('fetch', () => Promise.reject(failure))
    const { callFunction } = await import('@nansha/kit/cloud/cloud.h5')
    return callFunction('wallet', {})
  }
  afterEach(() => vi.unstubAllGlobals())

  test.each([
    ['too late, with a network', new DOMException('late', 'TimeoutError'), true, 'SERVICE_SLOW'],
    ['too late, without a network', new DOMException('late', 'TimeoutError'), false, 'OFFLINE'],
    ['no connection, with a network', new TypeError('Failed to fetch'), true, 'SERVICE_UNAVAILABLE'],
    ['no connection, without a network', new TypeError('Failed to fetch'), false, 'OFFLINE'],
  ])('%s', async (_name, failure, onLine, code) => {
    expect(await call(failure, onLine)).toEqual({ ok: false, code })
  })
})
