import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { childPlace } from '@nansha/shared/children/child-card'
import * as v from 'valibot'

const HELD = 'children'

const Held = v.object({ place: childPlace, credential: v.string(), portrait: v.string() })
/** A child's card on this phone: an SD-JWT VC with all disclosures, and the register's photo, WebP in base64. */
export type HeldChild = Readonly<v.InferOutput<typeof Held>>

/** @returns none when nothing can be read; a desk is then shown the plastic card */
export async function readChildren(storage: SecureStorage): Promise<readonly HeldChild[]> {
  return (await readJson(storage, HELD, v.array(Held))) ?? []
}

/** @throws NanshaError STORAGE_FULL */
export function saveChildren(storage: SecureStorage, held: readonly HeldChild[]): Promise<void> {
  return storage.set(HELD, JSON.stringify(held))
}

export function forgetChildren(storage: SecureStorage): Promise<void> {
  return storage.remove(HELD)
}
