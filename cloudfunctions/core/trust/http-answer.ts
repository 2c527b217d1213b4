import { createHash } from 'node:crypto'
import * as v from 'valibot'

/** The event of a function that is called over HTTP (CloudBase, "integrated request"). */
export const HttpEvent = v.object({
  path: v.pipe(v.string(), v.maxLength(300)),
  httpMethod: v.string(),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  queryStringParameters: v.optional(v.nullable(v.record(v.string(), v.unknown())), {}),
})
export type HttpEvent = v.InferOutput<typeof HttpEvent>

export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The body is base64 of bytes. */
  readonly isBase64Encoded?: true
}

/** Something to serve, of a type, that may be kept for so many seconds. */
export interface Resource {
  readonly type: string
  readonly body: string | Uint8Array
  readonly maxAge: number
  /** Under this address there will never be anything else. */
  readonly isImmutable?: true
}

export function json(body: object, maxAge: number): Resource {
  return { type: 'application/json', body: JSON.stringify(body), maxAge }
}

/** Public, cacheable, readable from any origin, and never to be sniffed for another type. */
export function answerWith(resource: Resource | undefined, event: HttpEvent): HttpAnswer {
  if (event.httpMethod !== 'GET' && event.httpMethod !== 'HEAD') return refuse(405, { allow: 'GET, HEAD' })
  if (!resource) return refuse(404, {})
  const etag = `"${createHash('sha256').update(resource.body).digest('base64url').slice(0, 22)}"`
  const headers = {
    'content-type': resource.type,
    'cache-control': `public, max-age=${resource.maxAge}${resource.isImmutable ? ', immutable' : ''}`,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    etag,
  }
  if (header(event, 'if-none-match') === etag) return { statusCode: 304, headers, body: '' }
  if (event.httpMethod === 'HEAD') return { statusCode: 200, headers, body: '' }
  if (typeof resource.body === 'string') return { statusCode: 200, headers, body: resource.body }
  const body = Buffer.from(resource.body).toString('base64')
  return { statusCode: 200, headers, body, isBase64Encoded: true }
}

function refuse(statusCode: number, headers: Record<string, string>): HttpAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store', ...headers },
    body: '',
  }
}

function header({ headers }: HttpEvent, name: string): unknown {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}
