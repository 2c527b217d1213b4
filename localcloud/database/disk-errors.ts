import { PlatformError } from '../platform-error'

/** Whether SQLite failed for the sake of the disk or the file: the next statement would fail alike. */
export function isDiskError(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(
    String((error as { code?: unknown }).code),
  )
}

/** What a client is told of a write that failed. */
export function writeFailure(error: unknown): unknown {
  if (!isDiskError(error)) return error
  const { code } = error as { code: string }
  if (/FULL/.test(code))
    return new PlatformError('RESOURCE_EXHAUSTED', 'The disk is full: nothing was written.')
  return new PlatformError(
    'DATABASE_REQUEST_FAILED',
    `The data folder cannot be written (${code}): nothing was written.`,
  )
}

/** One sentence for whatever keeps a data folder from being used, and what to do about it. */
export function dataFolderError(dataDir: string, cause: unknown): Error {
  const { code, message } = cause as { code?: string; message: string }
  const reason = `${code} ${message}`
  if (/NOTADB|CORRUPT|malformed|not a database/i.test(reason)) {
    return new Error(
      `The data folder ${dataDir} is damaged: delete it (npm run reset) or restore a copy, then start again.`,
      { cause },
    )
  }
  if (/BUSY|database is locked/i.test(reason)) {
    return new Error(`The data folder ${dataDir} is in use by another localcloud: stop that one first.`, {
      cause,
    })
  }
  return new Error(
    `The data folder ${dataDir} cannot be used (${code ?? message}): check that it exists, is writable and has room.`,
    { cause },
  )
}
