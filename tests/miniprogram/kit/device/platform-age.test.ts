import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

/** @param wx what this engine has of the platform */
async function isTooOld(wx: object): Promise<boolean> {
  vi.resetModules()
  vi.stubGlobal('wx', wx)
  return (await import('@nansha/kit/device/platform-age.weapp')).isPlatformTooOld
}
const telling = (SDKVersion: string) => ({ getAppBaseInfo: () => ({ SDKVersion }) })

test.each(['2.23.4', '2.23.5', '2.24.0', '2.100.0', '3.0.0', '3.8.12', '10.0.0', '3'])(
  'base library %s is recent enough',
  async (version) => {
    expect(await isTooOld(telling(version))).toBe(false)
  },
)

test.each(['2.23.3', '2.22.9', '2.9.9', '1.99.99', '0.0.0', '', '2.23', 'new'])(
  'base library %j is too old',
  async (version) => {
    expect(await isTooOld(telling(version))).toBe(true)
  },
)

test('an engine that tells its version by the older function is asked by that', async () => {
  expect(await isTooOld({ getSystemInfoSync: () => ({ SDKVersion: '2.19.0' }) })).toBe(true)
})

test('an engine that tells no version is not trusted to encrypt anything', async () => {
  expect(await isTooOld({})).toBe(true)
})
