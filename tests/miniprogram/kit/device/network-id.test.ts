import * as browser from '@nansha/kit/device/network-id.h5'
import { canShowNetworkId, showNetworkId } from '@nansha/kit/device/network-id.weapp'
import { afterEach, expect, test, vi } from 'vitest'

interface Asked {
  success(result: object): void
  fail(error: object): void
}
const asked = { orgId: '00000304', businessId: '0003', serial: '0123456789abcdef0123456789ABCDEF' }

/** A phone whose national app answers as told; none at all stands for a WeChat that does not know the interface. */
function phone(answer?: (options: Asked) => void) {
  const ncidas = answer && vi.fn(answer)
  vi.stubGlobal('wx', { ncidas })
  return ncidas
}
afterEach(() => vi.unstubAllGlobals())

test("the device's network ID asks for the credential without its password, under the names that the platform documents", async () => {
  const ncidas = phone(({ success }) =>
    success({ resultCode: 'C0000000', idCardAuthData: 'auth', resultDesc: '' }),
  )
  expect(canShowNetworkId()).toBe(true)
  expect(await showNetworkId(asked)).toBe('auth')
  expect(ncidas?.mock.calls[0]?.[0]).toMatchObject({
    orgID: '00000304',
    businessID: '0003',
    bizSeq: '0123456789abcdef0123456789ABCDEF',
    type: 0,
  })
})

test.each<[string, (options: Asked) => void]>([
  [
    'the owner or the app said no',
    ({ success }) => success({ resultCode: 'C0405001', idCardAuthData: 'auth' }),
  ],
  ['there is no credential in it', ({ success }) => success({ resultCode: 'C0000000', idCardAuthData: '' })],
  ['it has no code', ({ success }) => success({ idCardAuthData: 'auth' })],
  ['the app could not be opened', ({ fail }) => fail({ errMsg: 'ncidas:fail' })],
])('the device’s network ID is nothing when %s', async (_, answer) => {
  phone(answer)
  expect(await showNetworkId(asked)).toBeUndefined()
})

test('the device’s network ID is missing in an older WeChat and in a browser', async () => {
  phone()
  for (const port of [{ canShowNetworkId, showNetworkId }, browser]) {
    expect(port.canShowNetworkId()).toBe(false)
    expect(await port.showNetworkId(asked)).toBeUndefined()
  }
})
