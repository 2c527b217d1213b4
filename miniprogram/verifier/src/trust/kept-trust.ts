import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { unixSeconds } from '@nansha/shared/fields'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'

const BUNDLE = 'trust-bundle'
const SIGNED_TIME = 'signed-time'

/** A bundle as it was downloaded, beside what must be remembered of it, which outlives it. */
const KeptTrust = v.object({
  answer: v.optional(v.object({ bundle: v.string(), statusLists: v.array(v.string()) })),
  memory: v.object({
    iss: v.optional(v.nullable(v.string()), null),
    roots: v.array(EcPublicJwk),
    /** Thumbprints of the roots that the app had pinned. */
    pinned: v.array(v.string()),
    sequence: v.number(),
    signedTime: unixSeconds,
    listTimes: v.record(v.string(), unixSeconds),
  }),
})
export type KeptTrust = v.InferOutput<typeof KeptTrust>

/** The trust data on this device. What cannot be read is as good as evicted: it is downloaded again. */
export function keepTrust(storage: SecureStorage) {
  return {
    load: (): Promise<KeptTrust | undefined> => readJson(storage, BUNDLE, KeptTrust),
    save: (kept: KeptTrust) => storage.set(BUNDLE, JSON.stringify(kept)),
    /** Unix seconds of the newest time that the issuer signed; 0 before the first. Outlives the bundle. */
    loadSignedTime: async () => (await readJson(storage, SIGNED_TIME, unixSeconds)) ?? 0,
    saveSignedTime: (time: number) => storage.set(SIGNED_TIME, String(time)),
  }
}
