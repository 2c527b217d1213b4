import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { LogHead } from '@nansha/shared/issuance-log/log-entry'

const KEY = 'log-head'

export interface KeptHead {
  load(): Promise<LogHead | undefined>
  save(head: LogHead): Promise<void>
  forget(): Promise<void>
}

/** The newest head of the issuance log that was checked here: a log that does not continue it was rewritten. */
export function createKeptHead(storage: SecureStorage): KeptHead {
  return {
    async load() {
      const stored = await storage.get(KEY)
      return stored === undefined ? undefined : (JSON.parse(stored) as LogHead)
    },
    save: ({ size, hash }) => storage.set(KEY, JSON.stringify({ size, hash })),
    forget: () => storage.remove(KEY),
  }
}
