import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { unixSeconds } from '@nansha/shared/fields'
import * as v from 'valibot'

const KEY = 'portal-receipts'
const MOST = 100
const words = v.object({ zh: v.string(), en: v.string() })

/** What was shared with a website: kept on this phone and nowhere else, for the cloud does not learn it. */
export const PortalReceipt = v.object({
  /** Unix seconds. */
  at: unixSeconds,
  organisation: words,
  domain: v.string(),
  purpose: words,
  /** Names of the claims; never what they say. */
  disclosed: v.array(v.string()),
  /** Where to have the data erased. */
  contact: v.string(),
})
export type PortalReceipt = v.InferOutput<typeof PortalReceipt>

const Kept = v.pipe(v.array(PortalReceipt), v.maxLength(MOST))

/** @returns newest first */
export async function readPortalReceipts(storage: SecureStorage): Promise<readonly PortalReceipt[]> {
  return (await readJson(storage, KEY, Kept)) ?? []
}

/** The oldest goes when there is no more room. @throws NanshaError STORAGE_FULL */
export async function keepPortalReceipt(storage: SecureStorage, receipt: PortalReceipt): Promise<void> {
  const kept = [receipt, ...(await readPortalReceipts(storage))].slice(0, MOST)
  await storage.set(KEY, JSON.stringify(kept))
}

export function forgetPortalReceipts(storage: SecureStorage): Promise<void> {
  return storage.remove(KEY)
}
