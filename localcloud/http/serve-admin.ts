import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdminCall } from '../admin/handle-admin'
import { refuseBrowsers } from './guard'
import { readBody, readJsonObject } from './read-body'
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
        body: isForm(request) ? await readForm(request) : await readJsonObject(request, MAX_BYTES),
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

/** The SDK sends `wx.*` actions, none of which is offered here, as a form; its name is enough to refuse it by. */
async function readForm(request: IncomingMessage): Promise<object> {
  const text = (await readBody(request, MAX_BYTES)).toString('latin1')
  return { action: /name="action"\r\n\r\n([\w.]+)/.exec(text)?.[1] }
}

function isForm(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('multipart/form-data') ?? false
}
