import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdminCall } from '../admin/handle-admin'
import { refuseBrowsers } from './guard'
import { readJsonObject } from './read-body'
import { sendJson, toPlatformError } from './send'

/** Room for the largest document, written as escaped JSON. */
const MAX_BYTES = 40 * 1024 * 1024

/** `POST /admin`: always status 200, for the SDK reads the code only from such answers. */
export function serveAdmin(handle: (call: AdminCall) => Promise<object>, origin: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID()
    try {
      refuseBrowsers(request)
      const answer = await handle({
        body: await readJsonObject(request, MAX_BYTES),
        authorization: request.headers.authorization ?? '',
        source: String(request.headers['x-tcb-source'] ?? ''),
        origin,
      })
      sendJson(response, 200, { requestId, ...answer })
    } catch (error) {
      const { code, message } = toPlatformError(error)
      sendJson(response, 200, { requestId, code, message })
    }
  }
}
