import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import { type Flow, MOST_OPEN } from '../open-transactions'
import { Refused } from '../refused'
import type { Question, VerifiedAnswer } from '../relying-party'
import type { createTransactions } from '../transactions'
import { createPages } from './pages'
import { readForm } from './read-form'
import type { createSignIns } from './sign-ins'

const HEADERS = {
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
}
/** The interaction to which a wallet on the same device leads back; the provider's own cookie is sent to no other page. */
const RETURN_COOKIE = 'nansha-interaction'

interface SignInPorts {
  readonly provider: Provider
  readonly transactions: ReturnType<typeof createTransactions>
  readonly signIns: ReturnType<typeof createSignIns>
  /** What a request with these scopes asks a wallet for. */
  readonly question: (scopes: readonly string[]) => Question
}

/** One request of the browser to a page of an interaction. */
interface Visit {
  readonly ports: SignInPorts
  /** Of the interaction, which is the session that a transaction belongs to. */
  readonly uid: string
  readonly scopes: readonly string[]
  readonly open: OpenQuestions
  readonly base: string
  readonly pages: ReturnType<typeof createPages>
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** By interaction; of more than a website has transactions, the oldest begin anew. */
type OpenQuestions = Map<string, { readonly id: string; readonly link: string }>

const ROUTES: Readonly<Record<string, (visit: Visit) => Promise<void> | void>> = {
  'GET ': (visit) => {
    const cookie = `${RETURN_COOKIE}=${visit.uid}; HttpOnly; SameSite=Lax; Path=/back`
    visit.response.setHeader('set-cookie', cookie)
    return showProgress(visit)
  },
  'GET /here': async (visit) => go(visit, (await begin(visit, 'same-device')).link),
  'GET /back': arrive,
  'POST /code': confirm,
  'POST /again': (visit) => {
    visit.open.delete(visit.uid)
    go(visit, visit.base)
  },
  'POST /cancel': ({ ports, open, uid, request, response }) => {
    open.delete(uid)
    return ports.provider.interactionFinished(request, response, { error: 'access_denied' })
  },
}

/** Pages of `/interaction/<uid>`: the provider's cookie says whose they are, so the uid is the session that a transaction belongs to. */
export function createSignInPages(ports: SignInPorts) {
  const open: OpenQuestions = new Map()

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const { uid, params } = await ports.provider.interactionDetails(request, response)
    const scopes = String(params.scope ?? '').split(' ')
    const base = `/interaction/${uid}`
    const pages = createPages(/^zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en')
    const route = `${request.method} ${path.slice(base.length)}`
    const serve = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined
    if (!serve) return void response.writeHead(404, HEADERS).end()
    await serve({ ports, uid, scopes, open, base, pages, request, response })
  }
}

async function begin({ ports, open, uid, scopes }: Visit, flow: Flow) {
  const begun = await ports.transactions.begin(uid, ports.question(scopes), flow)
  const [oldest] = open.keys()
  if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest)
  open.set(uid, begun)
  return begun
}

async function showProgress(visit: Visit): Promise<void> {
  const { ports, open, uid, pages, base } = visit
  const known = open.get(uid)
  const progress = known ? ports.transactions.progress(uid, known.id) : 'expired'
  if (progress === 'opened') return show(visit, pages.opened(base))
  if (progress === 'answered') return show(visit, pages.code(base, false))
  if (progress === 'declined') return show(visit, pages.declined(base))
  const { link } = progress === 'waiting' && known ? known : await begin(visit, 'cross-device')
  show(visit, pages.waiting(link, base))
}

/** The browser comes back from the wallet on the same device. */
async function arrive(visit: Visit): Promise<void> {
  const { ports, uid, request } = visit
  const code = new URL(request.url ?? '/', 'http://localhost').searchParams.get('response_code')
  try {
    await finish(visit, ports.transactions.arrive(uid, code ?? ''))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    go(visit, visit.base)
  }
}

/** The digits that the phone showed, typed into the page. */
async function confirm(visit: Visit): Promise<void> {
  const { ports, open, uid, pages, base } = visit
  const form = await readForm(visit.request)
  const id = open.get(uid)?.id ?? ''
  try {
    await finish(visit, ports.transactions.confirm(uid, id, form.get('code') ?? ''))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const isOver = ports.transactions.progress(uid, id) === 'expired'
    if (isOver) go(visit, base)
    else show(visit, pages.code(base, true))
  }
}

async function finish(visit: Visit, { claims, sessionCode }: VerifiedAnswer): Promise<void> {
  const { ports, open, uid, request, response } = visit
  open.delete(uid)
  const accountId = ports.signIns.keep({ claims, sessionCode })
  const { acr = '', amr = [], auth_time: ts = 0 } = ports.signIns.claimsOf(accountId) ?? {}
  const login = { accountId, acr, amr, ts, remember: false }
  await ports.provider.interactionFinished(request, response, { login })
}

function show({ response }: Visit, page: string): void {
  response.writeHead(200, HEADERS).end(page)
}

function go({ response }: Visit, location: string): void {
  response.writeHead(303, { ...HEADERS, location }).end()
}

/** `/back?response_code=…`, where a wallet on the same device leads to: on to the page that has the provider's cookie. */
export function leadBack(request: IncomingMessage, response: ServerResponse): void {
  const cookie = new RegExp(`(?:^|; )${RETURN_COOKIE}=([\\w-]+)(?:;|$)`).exec(request.headers.cookie ?? '')
  const { search } = new URL(request.url ?? '/', 'http://localhost')
  const location = cookie ? `/interaction/${cookie[1]}/back${search}` : '/'
  response.writeHead(303, { ...HEADERS, location }).end()
}
