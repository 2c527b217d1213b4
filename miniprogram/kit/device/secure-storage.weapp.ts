import { NanshaError } from '@nansha/shared/errors'
import Taro from '@tarojs/taro'
import { isPlatformTooOld } from './platform-age'
import type * as Port from './secure-storage'

/** An old platform ignores `encrypt` and would write the phone's key in the clear. */
function requireEncryption(): void {
  if (isPlatformTooOld) throw new Error('This platform does not encrypt storage')
}

export const secureStorage: typeof Port.secureStorage = {
  async get(key) {
    requireEncryption()
    try {
      const { data } = await Taro.getStorage<unknown>({ key, encrypt: true })
      return typeof data === 'string' ? data : undefined
    } catch (reason) {
      // "getStorage:fail data not found" is the platform's way to say that there is none.
      if (/not found/.test(messageOf(reason))) return undefined
      throw new Error('Encrypted storage could not be read')
    }
  },
  async set(key, data) {
    requireEncryption()
    try {
      await Taro.setStorage({ key, data, encrypt: true })
    } catch (reason) {
      if (/exceed|quota|no space|full/i.test(messageOf(reason))) throw new NanshaError('STORAGE_FULL')
      throw new Error('Encrypted storage could not be written')
    }
  },
  async remove(key) {
    await Taro.removeStorage({ key })
  },
}

/** "setStorage:fail exceed storage max size 10Mb", "setStorage:fail exceed storage item max length", … */
function messageOf(reason: unknown): string {
  return (reason as TaroGeneral.CallbackResult).errMsg ?? ''
}
