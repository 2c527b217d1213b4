import { afterEach, describe, expect, test, vi } from 'vitest'

/** What the platform answers to `setStorage` and `getStorage`. */
const platform = vi.hoisted(() => ({
  set: async (_: object) => ({}),
  get: async (_: object): Promise<object> => ({}),
}))
vi.mock('@tarojs/taro', () => ({
  default: { setStorage: (o: object) => platform.set(o), getStorage: (o: object) => platform.get(o) },
}))

const { secureStorage: weapp } = await import('@nansha/kit/device/secure-storage.weapp')

afterEach(() => vi.unstubAllGlobals())

describe('encrypted storage of the platform', () => {
  test.each([
    'setStorage:fail exceed storage max size 10Mb',
    'setStorage:fail exceed storage item max length',
    'setStorage:fail:entry size limit exceeded',
    'setStorage:fail no space left on device',
  ])('that has no room is called full: %s', async (errMsg) => {
    platform.set = () => Promise.reject({ errMsg })
    await expect(weapp.set('a', 'b')).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  })

  test('that cannot be written for another reason is a defect, not full', async () => {
    platform.set = () => Promise.reject({ errMsg: 'setStorage:fail parameter error' })
    await expect(weapp.set('a', 'b')).rejects.not.toHaveProperty('code')
  })

  test('tells that there is nothing from what cannot be read', async () => {
    platform.get = () => Promise.reject({ errMsg: 'getStorage:fail data not found' })
    expect(await weapp.get('a')).toBeUndefined()
    platform.get = () => Promise.reject({ errMsg: 'getStorage:fail decrypt error' })
    await expect(weapp.get('a')).rejects.toThrow('could not be read')
  })

  test('is asked for with encryption', async () => {
    const asked: object[] = []
    platform.set = async (options) => {
      asked.push(options)
      return {}
    }
    await weapp.set('a', 'b')
    expect(asked).toEqual([{ key: 'a', data: 'b', encrypt: true }])
  })
})

describe('storage of a browser', () => {
  /** The port over a `localStorage` that answers as told. */
  async function browser(storage: object) {
    vi.stubGlobal('localStorage', storage)
    vi.stubGlobal('location', new URL('http://127.0.0.1/'))
    vi.resetModules()
    return (await import('@nansha/kit/device/secure-storage.h5')).secureStorage
  }

  test('that has no room is called full', async () => {
    const setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    const storage = await browser({ setItem })
    await expect(storage.set('a', 'b')).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  })

  test('that is forbidden is not full', async () => {
    const setItem = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    const storage = await browser({ setItem })
    await expect(storage.set('a', 'b')).rejects.not.toHaveProperty('code', 'STORAGE_FULL')
  })
})
