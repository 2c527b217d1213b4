import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import { Refused } from '../refused'
import type { Question, VerifiedAnswer } from '../relying-party'
import { type createTransactions, MOST_OPEN } from '../transactions'
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

/** Pages of `/interaction/<uid>`: the provider's cookie says whose they are, so the uid is the session that a transaction belongs to. */
export function createSignInPages({ provider, transactions, signIns, question }: SignInPorts) {
  /** By interaction; of more than a website has transactions, the oldest begin anew. */
  const open = new Map<string, { readonly id: string; readonly link: string }>()

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const { uid, params } = await provider.interactionDetails(request, response)
    const base = `/interaction/${uid}`
    const pages = createPages(/^zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en')
    const show = (page: string) => void response.writeHead(200, HEADERS).end(page)
    const go = (location: string) => void response.writeHead(303, { ...HEADERS, location }).end()
    const begin = async (flow: 'cross-device' | 'same-device') => {
      const asked = question(String(params.scope ?? '').split(' '))
      const begun = await transactions.begin(uid, asked, flow)
      const [oldest] = open.keys()
      if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest)
      open.set(uid, begun)
      return begun
    }
    const finish = async ({ claims, sessionCode }: VerifiedAnswer) => {
      open.delete(uid)
      const accountId = signIns.keep({ claims, sessionCode })
      const { acr = '', amr = [], auth_time: ts = 0 } = signIns.claimsOf(accountId) ?? {}
      const login = { accountId, acr, amr, ts, remember: false }
      await provider.interactionFinished(request, response, { login })
    }
    const showProgress = async () => {
      const known = open.get(uid)
      const progress = known ? transactions.progress(uid, known.id) : 'expired'
      if (progress === 'opened') return show(pages.opened(base))
      if (progress === 'answered') return show(pages.code(base, false))
      if (progress === 'declined') return show(pages.declined(base))
      const { link } = progress === 'waiting' && known ? known : await begin('cross-device')
      return show(pages.waiting(link, base))
    }

    switch (`${request.method} ${path.slice(base.length)}`) {
      case 'GET ':
        response.setHeader('set-cookie', `${RETURN_COOKIE}=${uid}; HttpOnly; SameSite=Lax; Path=/back`)
        return showProgress()
      case 'GET /here':
        return go((await begin('same-device')).link)
      case 'GET /back': {
        const code = new URL(request.url ?? '/', 'http://localhost').searchParams.get('response_code')
        try {
          return await finish(transactions.arrive(uid, code ?? ''))
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          return go(base)
        }
      }
      case 'POST /code': {
        const form = await readForm(request)
        try {
          return await finish(transactions.confirm(uid, open.get(uid)?.id ?? '', form.get('code') ?? ''))
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          const isOver = transactions.progress(uid, open.get(uid)?.id ?? '') === 'expired'
          return isOver ? go(base) : show(pages.code(base, true))
        }
      }
      case 'POST /again':
        open.delete(uid)
        return go(base)
      case 'POST /cancel':
        open.delete(uid)
        return provider.interactionFinished(request, response, { error: 'access_denied' })
      default:
        response.writeHead(404, HEADERS).end()
    }
  }
}

/** `/back?response_code=…`, where a wallet on the same device leads to: on to the page that has the provider's cookie. */
export function leadBack(request: IncomingMessage, response: ServerResponse): void {
  const cookie = new RegExp(`(?:^|; )${RETURN_COOKIE}=([\\w-]+)(?:;|$)`).exec(request.headers.cookie ?? '')
  const { search } = new URL(request.url ?? '/', 'http://localhost')
  const location = cookie ? `/interaction/${cookie[1]}/back${search}` : '/'
  response.writeHead(303, { ...HEADERS, location }).end()
}
