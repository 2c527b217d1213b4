import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PlatformError } from '../platform-error'
import { refuseForeign, refuseForeignPages, setGuardingHeaders } from './guard'
import type { Route, Routes } from './route'
import { sendError } from './send'

/** A server on loopback that answers nothing yet, so that its port is known before its routes. */
export interface Listener {
  readonly port: number
  serve(routes: Routes): void
  close(): Promise<void>
}

/**
 * Listens on 127.0.0.1 alone.
 *
 * @param port 0 takes any free one
 * @throws Error with one sentence when the port is taken
 */
export async function listen(port: number): Promise<Listener> {
  let routes: Routes = new Map()
  const server = createServer((request, response) => {
    answer(request, response, routes, boundPort(server)).catch((error) => sendError(response, error))
  })
  server.keepAliveTimeout = 30_000
  await bind(server, port)
  return {
    port: boundPort(server),
    serve(table) {
      routes = table
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  port: number,
): Promise<void> {
  setGuardingHeaders(response)
  refuseForeign(request, port)
  const url = parseUrl(request.url ?? '/', port)
  const route = find(routes, url.pathname)
  const folder = routes.get(`${url.pathname}/`)
  refuseForeignPages(request, (route ?? folder)?.navigable === true)
  if (route) return route(request, response, url)
  if (folder) {
    return void response.writeHead(308, { location: `${url.pathname}/${url.search}` }).end()
  }
  throw new PlatformError('NOT_FOUND', 'localcloud serves nothing at this path.')
}

/** The exact path, or the longest folder above it; `/` stands for itself alone. */
function find(routes: Routes, path: string): Route | undefined {
  const exact = routes.get(path)
  if (exact) return exact
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const route = routes.get(path.slice(0, end + 1))
    if (route) return route
  }
  return undefined
}

function parseUrl(path: string, port: number): URL {
  // Two slashes would begin a host name.
  if (!/^\/(?!\/)/.test(path)) throw new PlatformError('INVALID_PARAM', 'The address is malformed.')
  try {
    return new URL(path, `http://127.0.0.1:${port}`)
  } catch {
    throw new PlatformError('INVALID_PARAM', 'The address is malformed.')
  }
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(bindFailure(port, error), { cause: error })),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

function bindFailure(port: number, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `The port ${port} is in use: stop the other program, or choose another with --port.`
  if (code === 'EACCES')
    return `The port ${port} may not be used by this account: choose one above 1023 with --port.`
  return `localcloud cannot listen on port ${port}: ${message}.`
}

function boundPort(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0
}
