import type { IncomingMessage, ServerResponse } from 'node:http'
import { PlatformError } from '../platform-error'

/**
 * Refuses requests that a foreign web page could make this machine send: a host name that is not loopback (DNS
 * rebinding) or a foreign origin.
 *
 * @throws PlatformError INVALID_REQUEST_SOURCE
 */
export function refuseForeign(request: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  const { host, origin } = request.headers
  if (!host || !hosts.includes(host)) throw foreign('The Host header does not name this machine.')
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
    throw foreign('The Origin is not ours.')
}

/**
 * Refuses what a page of another origin makes a browser load, also where browsers send no Origin: pictures, scripts,
 * frames. Another port of this machine is another origin, too.
 *
 * @param navigable true when a link may lead here: then opening it in a window of its own is allowed
 * @throws PlatformError INVALID_REQUEST_SOURCE
 */
export function refuseForeignPages({ method, headers }: IncomingMessage, navigable: boolean): void {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers
  if (site === undefined || site === 'same-origin' || site === 'none') return
  if (navigable && method === 'GET' && mode === 'navigate' && destination === 'document') return
  throw foreign('A page of another origin may not load this.')
}

/** Tells browsers that no other origin may frame or embed what is answered, nor guess its type. */
export function setGuardingHeaders(response: ServerResponse): void {
  response.setHeader('content-security-policy', "frame-ancestors 'self'")
  response.setHeader('x-frame-options', 'SAMEORIGIN')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('x-content-type-options', 'nosniff')
}

/** Refuses any request of a browser: what only functions and scripts may use must not be reachable from a page. */
export function refuseBrowsers({ headers }: IncomingMessage): void {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    throw foreign('This address is for cloud functions and scripts, not for pages.')
  }
}

function foreign(message: string): PlatformError {
  return new PlatformError('INVALID_REQUEST_SOURCE', message)
}
