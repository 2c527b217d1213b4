import { expect, test, vi } from 'vitest'

const platform = vi.hoisted(() => ({ tell: () => {}, applied: 0 }))
vi.mock('@tarojs/taro', () => ({
  default: {
    getUpdateManager: () => ({
      onUpdateReady: (told: () => void) => {
        platform.tell = told
      },
      applyUpdate: () => {
        platform.applied++
      },
    }),
  },
}))

const { updates } = await import('@nansha/kit/updates/updates.weapp')

test('a new version waits, once it was downloaded, until the person opens it', () => {
  expect(updates.isReady.get()).toBe(false)
  platform.tell()
  expect(updates.isReady.get()).toBe(true)
  expect(platform.applied).toBe(0)
  updates.apply()
  expect(platform.applied).toBe(1)
})
