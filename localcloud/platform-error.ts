/**
 * A failure as CloudBase words it: the stable `code` of its error tables and a sentence. Nothing else leaves the server.
 *
 * Source of the codes: `src/config/error.config.ts` inside wx-server-sdk 4.0.2 and docs.cloudbase.net/error-code.
 */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode

  constructor(code: PlatformErrorCode, message: string) {
    super(message)
    this.name = 'PlatformError'
    this.code = code
  }
}

export type PlatformErrorCode =
  | 'SYS_ERR'
  | 'INVALID_ACTION'
  | 'INVALID_PARAM'
  | 'INVALID_REQUEST_SOURCE'
  | 'EXCEED_REQUEST_SIZE_LIMIT'
  | 'NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'RESOURCE_EXHAUSTED'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_PERMISSION_DENIED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_EXCEED_AUTHORITY'
  | 'STORAGE_FILE_NONEXIST'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'

/** The parameter is missing, of the wrong shape or unknown. */
export const invalid = (message: string) => new PlatformError('INVALID_PARAM', message)
