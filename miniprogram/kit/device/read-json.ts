import { type GenericSchema, type InferOutput, safeParse } from 'valibot'
import type { SecureStorage } from './secure-storage'

/** @returns what was kept under `key`, `undefined` when there is none or it is not what the schema says */
export async function readJson<Schema extends GenericSchema>(
  storage: SecureStorage,
  key: string,
  schema: Schema,
): Promise<InferOutput<Schema> | undefined> {
  const text = await storage.get(key)
  if (text === undefined) return undefined
  try {
    const kept = safeParse(schema, JSON.parse(text))
    return kept.success ? kept.output : undefined
  } catch {
    return undefined
  }
}
