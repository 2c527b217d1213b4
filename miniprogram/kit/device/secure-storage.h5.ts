import { APP } from './app-identity'
import { profile } from './profile.h5'
import type * as Port from './secure-storage'

const name = (key: string) => `nansha:${APP}:${profile}:${key}`

export const secureStorage: typeof Port.secureStorage = {
  get: async (key) => localStorage.getItem(name(key)) ?? undefined,
  set: async (key, value) => localStorage.setItem(name(key), value),
  remove: async (key) => localStorage.removeItem(name(key)),
}
