import { randomBytes } from 'node:crypto'
import { PlatformError } from '../platform-error'
import type { Engine } from './engine'
import { createLocks, type LockOwner, type Locks } from './locks'
import { commitWrites, type PendingWrite } from './transaction-commit'
import type { Versions } from './versions'

/** How long a transaction may stay open on the platform. */
const TRANSACTION_SECONDS = 30

/** A transaction between start and end. */
export interface OpenTransaction extends LockOwner {
  /** The function call or script that opened it. */
  readonly session: string
  /** The commits its reads see: fixed by the first operation, as in MongoDB. */
  snapshot(): number
  /** What it has written so far, by document. */
  readonly writes: Map<string, PendingWrite>
}

/** The open transactions of the environment: snapshot isolation, the first writer of a document wins. */
export interface Transactions {
  readonly locks: Locks
  start(session: string): string
  /** @throws PlatformError when it has ended: committed, aborted by an error, or open for more than 30 s */
  find(id: unknown): OpenTransaction
  /** True while this session has a transaction open. */
  isOpenIn(session: string): boolean
  commit(id: unknown): Promise<void>
  abort(id: unknown): void
  abortAll(): void
}

interface Entry {
  readonly transaction: OpenTransaction
  readonly finish: () => void
}

export function createTransactions(engine: Engine, versions: Versions): Transactions {
  const open = new Map<string, Entry>()
  const locks = createLocks()

  const end = ({ transaction, finish }: Entry) => {
    open.delete(transaction.id)
    locks.releaseAll(transaction)
    finish()
  }
  const entryOf = (id: unknown) => {
    const entry = open.get(String(id))
    if (entry) return entry
    throw new PlatformError(
      'DATABASE_REQUEST_FAILED',
      `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in ${TRANSACTION_SECONDS} seconds.`,
    )
  }

  return {
    locks,
    start(session) {
      const entry = openEntry(versions, session, () => {
        // One that is being written has until its end: others must not have its documents before.
        if (open.has(entry.transaction.id)) end(entry)
      })
      open.set(entry.transaction.id, entry)
      return entry.transaction.id
    },
    find: (id) => entryOf(id).transaction,
    isOpenIn: (session) => [...open.values()].some(({ transaction }) => transaction.session === session),
    async commit(id) {
      const entry = entryOf(id)
      // Out of reach at once, so that nothing can be added while it is written; its locks stay until it is.
      open.delete(entry.transaction.id)
      try {
        await commitWrites(engine, versions, [...entry.transaction.writes.values()])
      } finally {
        end(entry)
      }
    },
    abort: (id) => end(entryOf(id)),
    abortAll() {
      for (const entry of [...open.values()]) end(entry)
    },
  }
}

function openEntry(versions: Versions, session: string, expire: () => void): Entry {
  let snapshot: number | undefined
  let settle: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    settle = resolve
  })
  const timer = setTimeout(expire, TRANSACTION_SECONDS * 1000)
  timer.unref()
  const finish = () => {
    clearTimeout(timer)
    if (snapshot !== undefined) versions.release(snapshot)
    settle()
  }
  const transaction: OpenTransaction = {
    id: randomBytes(16).toString('hex'),
    session,
    ended,
    writes: new Map(),
    snapshot() {
      if (snapshot === undefined) {
        snapshot = versions.current()
        versions.retain(snapshot)
      }
      return snapshot
    },
  }
  return { transaction, finish }
}
