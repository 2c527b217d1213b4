import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { decodeBase64url, encodeBase64url } from '@nansha/shared/encoding/base64url'
import type { CompactRange } from '@nansha/shared/log/compact-range'
import type { LogEvent } from '@nansha/shared/log/entry'
import * as v from 'valibot'

const KEY = 'issuance-log'

/** An entry of the holder's subject, or of the credential on this phone. */
export interface FoundEntry {
  /** From 0. */
  readonly index: number
  readonly event: LogEvent
  /** Unix seconds. */
  readonly at: number
  /** Base64url, as are all fingerprints here. */
  readonly subject: string
  readonly credential: string
}

/** What this phone knows of the log, all of it checked. */
export interface KeptLog {
  /** The newest checkpoint, with its signature: two that contradict each other are evidence that anybody can check. */
  readonly note: string
  readonly size: number
  readonly root: string
  /** Unix seconds at which the log said that this was its newest. */
  readonly at: number
  /** Whose entries were looked for. */
  readonly subject: string
  /** All entries under the checkpoint. */
  readonly range: CompactRange
  /** The entries before the first that was read on this phone; of size 0 when every one was. */
  readonly start: CompactRange
  readonly found: readonly FoundEntry[]
  /** Those of {@link start} that were read meanwhile, from the first on; believed when they make up all of it. */
  readonly back: { readonly range: CompactRange; readonly found: readonly FoundEntry[] }
  /** Fingerprints of the credentials that this phone holds or held, and of those that its owner knows of. */
  readonly known: readonly string[]
  /** The proof of the credential on this phone, to be shown beside it. */
  readonly staple?: { readonly credential: string; readonly proof: string }
}

const Entries = v.array(v.looseObject({ index: v.number(), subject: v.string(), credential: v.string() }))
const Range = v.looseObject({ size: v.number(), hashes: v.array(v.instance(Uint8Array)) })
/** What a text must have to be a {@link KeptLog}. */
const Shape = v.looseObject({
  note: v.string(),
  size: v.number(),
  root: v.string(),
  at: v.number(),
  subject: v.string(),
  range: Range,
  start: Range,
  found: Entries,
  back: v.looseObject({ range: Range, found: Entries }),
  known: v.array(v.string()),
})

export interface KeptLogStorage {
  /** What cannot be read is as good as never kept: the log is then read from its beginning. */
  load(): Promise<KeptLog | undefined>
  save(log: KeptLog): Promise<void>
  forget(): Promise<void>
}

/** Remembers the log between looks. */
export function createKeptLog(storage: SecureStorage): KeptLogStorage {
  return {
    async load() {
      const stored = await storage.get(KEY)
      if (stored === undefined) return undefined
      try {
        const log: unknown = JSON.parse(stored, revive)
        return isKeptLog(log) ? log : undefined
      } catch {
        return undefined
      }
    },
    save: (log) => storage.set(KEY, JSON.stringify(log, replace)),
    forget: () => storage.remove(KEY),
  }
}

const isKeptLog = (log: unknown): log is KeptLog => v.is(Shape, log)

/** Hashes are stored as texts. */
function replace(name: string, value: unknown): unknown {
  return name === 'hashes' ? (value as Uint8Array[]).map(encodeBase64url) : value
}

function revive(name: string, value: unknown): unknown {
  return name === 'hashes' ? (value as string[]).map((hash) => decodeBase64url(hash)) : value
}
