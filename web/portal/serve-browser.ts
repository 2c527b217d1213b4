import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type createTransactions, type Flow, Refused } from '@nansha/relying-party'
import { timeInChina } from '@nansha/shared/age-in-china'
import { answerJson, HEADERS, redirect, show } from './http'
import type { createPages, Language } from './pages'
import type { Portal } from './portals'
import type { Session, Sessions } from './sessions'

/** What one website serves its visitors from. */
export interface Site {
  readonly portal: Portal
  readonly pages: ReturnType<typeof createPages>
  readonly transactions: ReturnType<typeof createTransactions>
  readonly sessions: Sessions
  /** @returns Unix milliseconds */
  readonly now: () => number
}

/** One request of a visitor's browser. */
interface Visit {
  readonly id: string
  readonly session: Session
  readonly language: Language
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly response: ServerResponse
}

type Route = (site: Site, visit: Visit) => void | Promise<void>

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /': ({ pages }, { session, language, response }) =>
    show(response, session.claims ? pages.form(language, session.claims) : pages.welcome(language)),
  'POST /begin': async (site, visit) => {
    const link = await begin(site, visit, 'cross-device')
    show(visit.response, site.pages.waiting(visit.language, link, '/here'))
  },
  'GET /here': async (site, visit) => redirect(visit.response, await begin(site, visit, 'same-device')),
  'GET /progress': ({ transactions }, { id, session, response }) =>
    answerJson(response, 200, { progress: transactions.progress(id, session.transaction ?? '') }),
  'GET /code': ({ pages }, { language, response }) => show(response, pages.code(language, false)),
  'GET /over': ({ pages }, { language, query, response }) =>
    show(response, pages.welcome(language, query.get('why') === 'declined' ? 'declined' : 'expired')),
  'POST /confirm': confirm,
  'GET /back': arrive,
  'POST /submit': submit,
  'POST /sign-out': ({ sessions }, { id, response }) => {
    sessions.end(id)
    redirect(response, '/')
  },
}

/**
 * Serves a visitor's browser.
 *
 * @param route method and path, such as `GET /code`
 */
export async function serveBrowser(
  site: Site,
  route: string,
  query: URLSearchParams,
  form: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [id, session] = site.sessions.open(request, response)
  const language: Language = /^zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en'
  const serve = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined
  if (!serve) return void response.writeHead(404, HEADERS).end()
  await serve(site, { id, session, language, query, form, response })
}

async function begin({ portal, transactions }: Site, { id, session }: Visit, flow: Flow): Promise<string> {
  const { id: transaction, link } = await transactions.begin(id, portal.question, flow)
  session.transaction = transaction
  return link
}

/** The digits that the phone showed, typed into the page. */
function confirm({ pages, transactions, sessions }: Site, visit: Visit): void {
  const { id, session, language, form, response } = visit
  const { transaction = '' } = session
  try {
    const { claims } = transactions.confirm(id, transaction, form.get('code') ?? '')
    sessions.signIn(session, claims, response)
    redirect(response, '/')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const isOver = transactions.progress(id, transaction) === 'expired'
    show(response, isOver ? pages.welcome(language, 'expired') : pages.code(language, true))
  }
}

/** The browser comes back from the wallet on the same device. */
function arrive({ pages, transactions, sessions }: Site, visit: Visit): void {
  const { id, session, language, query, response } = visit
  try {
    const { claims } = transactions.arrive(id, query.get('response_code') ?? '')
    sessions.signIn(session, claims, response)
    redirect(response, '/')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    show(response, pages.welcome(language, 'expired'))
  }
}

function submit({ pages, now }: Site, { session, language, response }: Visit): void {
  if (!session.claims) {
    redirect(response, '/')
    return
  }
  session.claims = undefined
  const at = timeInChina(now())
  show(response, pages.receipt(language, randomBytes(6).toString('hex').toUpperCase(), at))
}
