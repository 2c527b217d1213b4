import { type GenericSchema, type InferOutput, safeParse } from 'valibot'
import type { SecureStorage } from './secure-storage'

/** What lies under a key: nothing, something that the schema accepts, or something that cannot be read. */
export type Stored<Value> =
  | { readonly state: 'none' | 'unreadable' }
  | { readonly state: 'read'; readonly value: Value }

/** Reads an entry for a caller to whom it matters whether there was one. Never throws. */
export async function readStored<Schema extends GenericSchema>(
  storage: SecureStorage,
  key: string,
  schema: Schema,
): Promise<Stored<InferOutput<Schema>>> {
  try {
    const text = await storage.get(key)
    if (text === undefined) return { state: 'none' }
    const parsed = safeParse(schema, JSON.parse(text))
    return parsed.success ? { state: 'read', value: parsed.output } : { state: 'unreadable' }
  } catch {
    return { state: 'unreadable' }
  }
}

/**
 * Reads an entry that can be had anew. What cannot be read is as good as evicted by the platform.
 *
 * @returns what was kept under `key`, `undefined` when there is none or it cannot be read
 */
export async function readJson<Schema extends GenericSchema>(
  storage: SecureStorage,
  key: string,
  schema: Schema,
): Promise<InferOutput<Schema> | undefined> {
  const stored = await readStored(storage, key, schema)
  return stored.state === 'read' ? stored.value : undefined
}
