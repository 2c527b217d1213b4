import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../read-body'

/** The longest form that is read, in bytes. */
const LARGEST_BODY = 20_000

/** Of every response. */
export const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers then send `Origin: null` with this site's own forms.
  'referrer-policy': 'same-origin',
  // The demo page of the same machine shows it in a frame.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self' http://127.0.0.1:*",
}

export function isSameSite({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...HEADERS, location }).end()
}

/** Ends the response with a page. */
export function show(response: ServerResponse, page: string): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(page)
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** @returns the form of a POST, or `undefined` when it is too long */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const body = await readBody(request, LARGEST_BODY)
  return body === undefined ? undefined : new URLSearchParams(body)
}
