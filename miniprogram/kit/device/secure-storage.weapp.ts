import Taro from '@tarojs/taro'
import type * as Port from './secure-storage'

export const secureStorage: typeof Port.secureStorage = {
  async get(key) {
    try {
      const { data } = await Taro.getStorage<unknown>({ key, encrypt: true })
      return typeof data === 'string' ? data : undefined
    } catch (reason) {
      // "getStorage:fail data not found" is the platform's way to say that there is none.
      if (/not found/.test((reason as TaroGeneral.CallbackResult).errMsg ?? '')) return undefined
      throw new Error('Encrypted storage could not be read')
    }
  },
  async set(key, data) {
    await Taro.setStorage({ key, data, encrypt: true })
  },
  async remove(key) {
    await Taro.removeStorage({ key })
  },
}
