import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { LogHead } from '@nansha/shared/issuance-log/log-entry'
import * as v from 'valibot'

const KEY = 'log-heads'

/** By `iss`: each issuer has a log of its own. */
const Heads = v.record(v.string(), v.object({ size: v.number(), hash: v.string() }))

export interface KeptHead {
  load(issuer: string): Promise<LogHead | undefined>
  save(issuer: string, head: LogHead): Promise<void>
}

/** The newest head of an issuer's log that was checked here: a log that does not continue it was rewritten. */
export function createKeptHead(storage: SecureStorage): KeptHead {
  const loadAll = async () => (await readJson(storage, KEY, Heads)) ?? {}
  return {
    load: async (issuer) => (await loadAll())[issuer],
    async save(issuer, { size, hash }) {
      await storage.set(KEY, JSON.stringify({ ...(await loadAll()), [issuer]: { size, hash } }))
    },
  }
}
