/** An insert in a transaction met a taken id or unique field; the platform has aborted the transaction. */
export class DuplicateKey extends Error {
  constructor(collection: string, cause: unknown) {
    super(`A document with this id or unique field is already in ${collection}.`, { cause })
    this.name = 'DuplicateKey'
  }
}

/** Every attempt of a transaction met another one on the same documents, until there was no time left. */
export class TransactionConflict extends Error {
  constructor(attempts: number, cause: unknown) {
    super(`The transaction met a conflict ${attempts} times.`, { cause })
    this.name = 'TransactionConflict'
  }
}

/** The SDK reports a duplicate key as a general failure (-501001 or -502001): only the message tells. */
export function isDuplicateKey(error: unknown): boolean {
  return /E11000|duplicate ?key/i.test(messageOf(error))
}

/** A conflict has its own code at commit, and only a message when an operation raised it. */
export function isConflict(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return (
    code === 'DATABASE_TRANSACTION_CONFLICT' ||
    /TransactionConflict|WriteConflict|TRANSACTION_CONFLICT/i.test(messageOf(error))
  )
}

function messageOf(error: unknown): string {
  const { message, errMsg } = (error ?? {}) as { message?: unknown; errMsg?: unknown }
  return `${message ?? ''} ${errMsg ?? ''}`
}
