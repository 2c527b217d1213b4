import type { CollectionTable } from './catalogue'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { findById, insertRow, removeRow, replaceRow } from './rows'
import type { Versions } from './versions'

/** One document as a transaction found it and leaves it; null means not there. */
export interface PendingWrite {
  readonly collection: CollectionTable
  readonly id: string
  readonly before: Document | null
  readonly after: Document | null
}

/** Puts the writes of a transaction on disk together. Its locks have kept everybody else away from these documents. */
export async function commitWrites(
  engine: Engine,
  versions: Versions,
  writes: readonly PendingWrite[],
): Promise<void> {
  if (writes.length === 0) return
  const changed = writes.filter(({ before, after }) => before !== null || after !== null)
  await engine.write(
    () => {
      // Removals first: another document of this transaction may take the unique key that they free.
      for (const write of changed.filter(({ after }) => after === null)) apply(engine, write)
      for (const write of changed.filter(({ after }) => after !== null)) apply(engine, write)
    },
    () =>
      versions.record(
        changed.map(({ collection, id, before }) => ({ collection: collection.name, id, before })),
      ),
  )
}

function apply(engine: Engine, { collection, id, after }: PendingWrite): void {
  const old = findById(engine, collection, id)
  if (after === null) {
    if (old) removeRow(engine, collection, old)
  } else if (old) replaceRow(engine, collection, old, after)
  else insertRow(engine, collection, after)
}
