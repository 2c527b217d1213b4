import type { IncomingMessage } from 'node:http'
import { PlatformError } from '../platform-error'

/**
 * Refuses requests that a foreign web page could make this machine send: a host name that is not loopback (DNS
 * rebinding) or an origin that is not ours.
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

/** Refuses any request of a browser: what only functions and scripts may use must not be reachable from a page. */
export function refuseBrowsers({ headers }: IncomingMessage): void {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    throw foreign('This address is for cloud functions and scripts, not for pages.')
  }
}

function foreign(message: string): PlatformError {
  return new PlatformError('INVALID_REQUEST_SOURCE', message)
}
