/** An open transaction as others see it: something to wait for. */
export interface LockOwner {
  readonly id: string
  /** Settles when the transaction has ended, whichever way. */
  readonly ended: Promise<void>
}

/** A plain write met a document that an open transaction has written: it waits and starts again. */
export class Locked extends Error {
  readonly owner: LockOwner

  constructor(owner: LockOwner) {
    super('A document is locked by an open transaction.')
    this.owner = owner
  }
}

/** Who has written which document or unique key and not yet committed. */
export interface Locks {
  ownerOf(name: string): LockOwner | undefined
  take(name: string, owner: LockOwner): void
  releaseAll(owner: LockOwner): void
}

export function createLocks(): Locks {
  const owners = new Map<string, LockOwner>()
  return {
    ownerOf: (name) => owners.get(name),
    take(name, owner) {
      owners.set(name, owner)
    },
    releaseAll(owner) {
      for (const [name, holder] of owners) if (holder === owner) owners.delete(name)
    },
  }
}

/** Names a key of a unique index. */
export function uniqueKey(indexTable: string, key: string): string {
  return `${indexTable}\u0001${key}`
}
