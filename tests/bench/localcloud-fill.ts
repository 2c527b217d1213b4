import type { Document } from '@nansha/localcloud/database/ejson'
import { openStore } from '@nansha/localcloud/database/store'

const BATCH = 5000

/** The document number `number` of a bench collection: about 300 bytes, as a credential or a handle has. */
export function benchDocument(number: number): Document {
  return {
    _id: `id-${number}`,
    code: `code-${number}`,
    group: number % 1000,
    text: 'x'.repeat(200),
    at: new Date(number),
  }
}

/** Makes collections of the given sizes with a unique index, in a data folder that nobody uses. */
export async function fill(dataDir: string, sizes: Readonly<Record<string, number>>): Promise<void> {
  const indexes = [{ name: 'code', unique: true, fields: { code: 1 as const } }]
  const store = await openStore(
    dataDir,
    Object.keys(sizes).map((name) => ({ name, indexes })),
  )
  for (const [name, size] of Object.entries(sizes)) {
    const collection = store.catalogue.collection(name)
    for (let start = 0; start < size; start += BATCH) {
      const count = Math.min(BATCH, size - start)
      await store.writes.insert(
        collection,
        Array.from({ length: count }, (_, place) => benchDocument(start + place)),
      )
    }
  }
  store.close()
}
