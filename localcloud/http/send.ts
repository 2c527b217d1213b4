import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { PlatformError, type PlatformErrorCode } from '../platform-error'

const STATUS: Partial<Record<PlatformErrorCode, number>> = {
  INVALID_REQUEST_SOURCE: 403,
  PERMISSION_DENIED: 403,
  DATABASE_PERMISSION_DENIED: 403,
  STORAGE_EXCEED_AUTHORITY: 403,
  NOT_FOUND: 404,
  FUNCTION_NOT_FOUND: 404,
  STORAGE_FILE_NONEXIST: 404,
  EXCEED_REQUEST_SIZE_LIMIT: 413,
  SYS_ERR: 500,
  FUNCTIONS_EXECUTE_FAIL: 500,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: 500,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
  RESOURCE_EXHAUSTED: 507,
}

/** Answers JSON that nobody may keep. What is left of a refused body is read away, or the connection would hang. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.req.resume()
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** Answers a failure in the platform's words; any other error becomes SYS_ERR and is printed, not sent. */
export function sendError(response: ServerResponse, error: unknown): void {
  const known = toPlatformError(error)
  if (response.headersSent) return void response.destroy()
  sendJson(response, STATUS[known.code] ?? 400, {
    requestId: randomUUID(),
    code: known.code,
    message: known.message,
  })
}

/** The failure as the platform would put it. */
export function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error
  console.error(error)
  return new PlatformError('SYS_ERR', 'localcloud failed; its console says how.')
}
