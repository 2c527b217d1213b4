import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createTransactions, type RelyingParty } from '@nansha/relying-party'
import { HEADERS, isSameSite, readForm } from './http'
import { createPages } from './pages'
import type { Portal } from './portals'
import { type Site, serveBrowser } from './serve-browser'
import { serveWallet } from './serve-wallet'
import { createSessions } from './sessions'

const STATIC = {
  '/portal.css': 'text/css; charset=utf-8',
  '/portal.js': 'text/javascript; charset=utf-8',
} as const

export interface RunningPortal {
  /** As a browser on this machine opens it. */
  readonly url: string
  close(): Promise<void>
}

/** What a website needs besides its own pages; made once it is known at which port it listens. */
export type MakeRelyingParty = (addresses: Pick<RelyingParty, 'requestUri' | 'responseUri'>) => RelyingParty

/**
 * Serves one specimen website: pages for a browser, and the two addresses that wallets use.
 *
 * @param port 0 takes any free one
 */
export async function servePortal(
  portal: Portal,
  port: number,
  make: MakeRelyingParty,
): Promise<RunningPortal> {
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async () => undefined
  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, HEADERS)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const own = `http://${portal.domain}:${(server.address() as AddressInfo).port}`
  const relyingParty = make({
    requestUri: (id) => `${own}/request/${id}`,
    responseUri: (id) => `${own}/answer/${id}`,
  })
  handle = createHandler(portal, relyingParty, own)
  return { url: own, close: () => closeServer(server) }
}

function createHandler(portal: Portal, relyingParty: RelyingParty, own: string) {
  const site: Site = {
    portal,
    pages: createPages(portal),
    transactions: createTransactions(relyingParty, (code) => `${own}/back?response_code=${code}`),
    sessions: createSessions(`portal-${portal.id}`),
    now: relyingParty.now,
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', own)
    const type = STATIC[pathname as keyof typeof STATIC]
    if (type && request.method === 'GET') {
      const file = await readFile(path.join(import.meta.dirname, 'static', pathname))
      return void response.writeHead(200, { ...HEADERS, 'content-type': type }).end(file)
    }
    const isPost = request.method === 'POST'
    const form = isPost ? await readForm(request) : new URLSearchParams()
    if (!form) return void response.writeHead(413, HEADERS).end()
    const [, place = '', id = ''] = /^\/(request|answer)\/([\w-]+)$/.exec(pathname) ?? []
    if (place && isPost) return serveWallet(site.transactions, place, id, form, response)
    // A form of another site must not begin, confirm or submit anything in this visitor's name.
    if (isPost && !isSameSite(request)) return void response.writeHead(403, HEADERS).end()
    await serveBrowser(site, `${request.method} ${pathname}`, searchParams, form, request, response)
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => void server.close(() => resolve()))
}
