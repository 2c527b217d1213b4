import { NanshaError } from '@nansha/shared/errors'
import { APP } from './app-identity'
import { profile } from './profile.h5'
import type * as Port from './secure-storage'

const name = (key: string) => `nansha:${APP}:${profile}:${key}`

export const secureStorage: typeof Port.secureStorage = {
  get: async (key) => localStorage.getItem(name(key)) ?? undefined,
  async set(key, value) {
    try {
      localStorage.setItem(name(key), value)
    } catch (reason) {
      if (reason instanceof DOMException && reason.name === 'QuotaExceededError')
        throw new NanshaError('STORAGE_FULL')
      throw reason
    }
  },
  remove: async (key) => localStorage.removeItem(name(key)),
}
