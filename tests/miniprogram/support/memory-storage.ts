import type { SecureStorage } from '@nansha/kit/device/secure-storage'

export interface MemoryStorage extends SecureStorage {
  readonly values: Map<string, string>
}

export function createMemoryStorage(): MemoryStorage {
  const values = new Map<string, string>()
  return {
    values,
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  }
}
