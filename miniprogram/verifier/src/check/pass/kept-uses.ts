import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { PassUse } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/fields'
import { PASS_SCENARIOS } from '@nansha/shared/scenarios'
import * as v from 'valibot'

const KEY = 'pass-uses'
const useKey = (passId: string) => `pass-use.${passId}`

const scenario = v.picklist(PASS_SCENARIOS)

const Use = v.object({ scenario, proof: v.string(), at: unixSeconds, accepted: v.boolean() })

const KeptUses = v.object({
  /** Passes decided on here, with the Unix seconds. */
  seen: v.record(v.string(), unixSeconds),
  /** Passes not yet reported, oldest first. */
  waiting: v.array(v.string()),
  /** Reported, and found to have been used at another gate too. */
  doubles: v.array(v.object({ passId: v.string(), scenario, at: unixSeconds })),
})
export type KeptUses = v.InferOutput<typeof KeptUses>

export const NO_USES: KeptUses = { seen: {}, waiting: [], doubles: [] }

/**
 * The gate's memory on this device. A report has an entry of its own: an entry holds 0.7 MB at most, and a day without
 * network at a busy gate is more.
 */
export function keepUses(storage: SecureStorage) {
  return {
    load: async (): Promise<KeptUses> => (await readJson(storage, KEY, KeptUses)) ?? NO_USES,
    save: (kept: KeptUses) => storage.set(KEY, JSON.stringify(kept)),
    loadUse: (passId: string): Promise<PassUse | undefined> => readJson(storage, useKey(passId), Use),
    saveUse: (passId: string, use: PassUse) => storage.set(useKey(passId), JSON.stringify(use)),
    dropUse: (passId: string) => storage.remove(useKey(passId)),
  }
}
