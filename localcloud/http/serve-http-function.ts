import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { Functions } from '../functions/functions'
import { PlatformError } from '../platform-error'
import { createAnswerCache, type HttpAnswer } from './answer-cache'
import { readBody } from './read-body'
import { navigable, type Route } from './route'

const MAX_BYTES = 100 * 1024

const responseSchema = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
})

/**
 * Serves one function to the world under a path, as the platform's HTTP access does: the request becomes an event, the
 * function answers `{statusCode, headers, body, isBase64Encoded}` or any value. Answers with `max-age` are kept that
 * long, and every answer to GET has an ETag.
 *
 * Source: docs.cloudbase.net/service/access-cloud-function
 */
export function serveHttpFunction(
  functions: Functions,
  name: string,
  prefix: string,
  now: () => number,
): Route {
  const cache = createAnswerCache(now)
  return navigable(async (request, response, url) => {
    const kept = cache.find(request, url)
    if (kept) return send(request, response, kept)
    const { result } = await functions.call(name, await toEvent(request, url, prefix), {
      account: null,
      source: 'wx_http',
    })
    const answer = toAnswer(JSON.parse(result))
    cache.keep(request, url, answer)
    send(request, response, answer)
  })
}

async function toEvent(request: IncomingMessage, url: URL, prefix: string): Promise<string> {
  const body = await readBody(request, MAX_BYTES)
  const isText = body.equals(Buffer.from(body.toString('utf8')))
  return JSON.stringify({
    path: url.pathname.slice(prefix.length) || '/',
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {},
    body: isText ? body.toString('utf8') : body.toString('base64'),
    isBase64Encoded: !isText,
  })
}

function toAnswer(result: unknown): HttpAnswer {
  const integrated = v.safeParse(responseSchema, result)
  if (integrated.success) {
    const { statusCode, headers, body, isBase64Encoded } = integrated.output
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
    return {
      status: statusCode,
      headers: Object.fromEntries(lower),
      body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    }
  }
  const text = typeof result === 'string' || typeof result === 'number'
  const type = text ? 'text/plain; charset=utf-8' : 'application/json'
  return {
    status: 200,
    headers: { 'content-type': type },
    body: Buffer.from(text ? String(result) : JSON.stringify(result)),
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: HttpAnswer,
): void {
  const tagged = {
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    ...headers,
  }
  if (status === 200 && request.headers['if-none-match'] === tagged.etag) {
    return void response.writeHead(304, tagged).end()
  }
  try {
    response.writeHead(status, { ...tagged, 'content-length': body.length })
  } catch {
    throw new PlatformError(
      'FUNCTIONS_EXECUTE_FAIL',
      'The function answered headers that HTTP does not allow.',
    )
  }
  response.end(request.method === 'HEAD' ? undefined : body)
}
