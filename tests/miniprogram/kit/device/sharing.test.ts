import { expect, test, vi } from 'vitest'

const platform = vi.hoisted(() => ({
  hideShareMenu: undefined as ((options: object) => Promise<void>) | undefined,
}))
vi.mock('@tarojs/taro', () => ({ default: platform }))

const { forbidSharing } = await import('@nansha/kit/device/sharing.weapp')

test('a page is taken out of both menus for passing it on, and a platform that refuses does no harm', async () => {
  const hideShareMenu = vi.fn().mockRejectedValue({ errMsg: 'hideShareMenu:fail' })
  platform.hideShareMenu = hideShareMenu
  forbidSharing()
  expect(hideShareMenu).toHaveBeenCalledWith({ menus: ['shareAppMessage', 'shareTimeline'] })
  await Promise.resolve()
})

test('a platform without such a menu has nothing to hide', () => {
  platform.hideShareMenu = undefined
  expect(forbidSharing).not.toThrow()
})
