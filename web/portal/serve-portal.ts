import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createTransactions, type Flow, Refused, type RelyingParty } from '@nansha/relying-party'
import { createPages, type Language } from './pages'
import type { Portal } from './portals'

/** A visitor's browser, by a random cookie. */
interface Session {
  transaction: string | undefined
  claims: Readonly<Record<string, unknown>> | undefined
}

const LARGEST_BODY = 20_000
const MOST_SESSIONS = 1000
const STATIC = {
  '/portal.css': 'text/css; charset=utf-8',
  '/portal.js': 'text/javascript; charset=utf-8',
} as const
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers then send `Origin: null` with this site's own forms.
  'referrer-policy': 'same-origin',
  // The demo page of the same machine shows it in a frame.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self' http://127.0.0.1:*",
}

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
  const pages = createPages(portal)
  const transactions = createTransactions(relyingParty, (code) => `${own}/back?response_code=${code}`)
  const sessions = new Map<string, Session>()
  const cookie = `portal-${portal.id}`

  const sessionOf = (request: IncomingMessage, response: ServerResponse): [id: string, session: Session] => {
    const sent = new RegExp(`(?:^|; )${cookie}=([\\w-]{32})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
    const known = sent === undefined ? undefined : sessions.get(sent)
    if (sent !== undefined && known) return [sent, known]
    const id = randomBytes(24).toString('base64url')
    const session: Session = { transaction: undefined, claims: undefined }
    for (const oldest of sessions.keys()) if (sessions.size >= MOST_SESSIONS) sessions.delete(oldest)
    sessions.set(id, session)
    response.setHeader('set-cookie', `${cookie}=${id}; HttpOnly; SameSite=Lax; Path=/`)
    return [id, session]
  }

  /** For wallets: no cookie, no page. */
  const serveWallet = async (place: string, id: string, form: URLSearchParams, response: ServerResponse) => {
    try {
      if (place === 'request') {
        const object = await transactions.sign(id, form.get('wallet_nonce') ?? undefined)
        response.writeHead(200, { ...HEADERS, 'content-type': 'application/oauth-authz-req+jwt' }).end(object)
        return
      }
      const answer = await transactions.receive(id, form.get('response') ?? '')
      response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const status = place === 'request' ? 410 : 400
      const body = JSON.stringify({ error: 'invalid_request' })
      response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' }).end(body)
    }
  }

  const begin = async (id: string, session: Session, flow: Flow) => {
    const { id: transaction, link } = await transactions.begin(id, portal.question, flow)
    session.transaction = transaction
    return link
  }

  /** Signs in anew under a new name, so that a cookie which somebody planted opens nothing. */
  const signIn = (session: Session, claims: Session['claims'], response: ServerResponse) => {
    const id = randomBytes(24).toString('base64url')
    sessions.set(id, { transaction: undefined, claims })
    session.transaction = undefined
    response.setHeader('set-cookie', `${cookie}=${id}; HttpOnly; SameSite=Lax; Path=/`)
    redirect(response, '/')
  }

  const serveBrowser = async (
    route: string,
    query: URLSearchParams,
    form: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const [id, session] = sessionOf(request, response)
    const language: Language = /^zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en'
    const show = (page: string) =>
      response.writeHead(200, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(page)
    const { transaction = '' } = session
    switch (route) {
      case 'GET /':
        if (session.claims) return show(pages.form(language, session.claims))
        return show(pages.welcome(language))
      case 'POST /begin':
        return show(pages.waiting(language, await begin(id, session, 'cross-device'), '/here'))
      case 'GET /here':
        return redirect(response, await begin(id, session, 'same-device'))
      case 'GET /progress': {
        const progress = transactions.progress(id, transaction)
        response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' })
        return response.end(JSON.stringify({ progress }))
      }
      case 'GET /code':
        return show(pages.code(language, false))
      case 'GET /over':
        return show(pages.welcome(language, query.get('why') === 'declined' ? 'declined' : 'expired'))
      case 'POST /confirm':
        try {
          const { claims } = transactions.confirm(id, transaction, form.get('code') ?? '')
          return signIn(session, claims, response)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          const isOver = transactions.progress(id, transaction) === 'expired'
          return show(isOver ? pages.welcome(language, 'expired') : pages.code(language, true))
        }
      case 'GET /back':
        try {
          const { claims } = transactions.arrive(id, query.get('response_code') ?? '')
          return signIn(session, claims, response)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          return show(pages.welcome(language, 'expired'))
        }
      case 'POST /submit': {
        if (!session.claims) return redirect(response, '/')
        session.claims = undefined
        const at = new Date(relyingParty.now()).toISOString().slice(0, 16).replace('T', ' ')
        return show(pages.receipt(language, randomBytes(6).toString('hex').toUpperCase(), at))
      }
      case 'POST /sign-out':
        sessions.delete(id)
        return redirect(response, '/')
      default:
        return response.writeHead(404, HEADERS).end()
    }
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
    if (place && isPost) return serveWallet(place, id, form, response)
    // A form of another site must not begin, confirm or submit anything in this visitor's name.
    if (isPost && !isSameSite(request)) return void response.writeHead(403, HEADERS).end()
    await serveBrowser(`${request.method} ${pathname}`, searchParams, form, request, response)
  }
}

function isSameSite({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...HEADERS, location }).end()
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => void server.close(() => resolve()))
}
