import type { IncomingMessage } from 'node:http'

/** An answer of an HTTP function. */
export interface HttpAnswer {
  readonly status: number
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

interface Kept {
  readonly answer: HttpAnswer
  /** What the request said in the headers that the answer varies with. */
  readonly variant: string
  readonly storedAt: number
  readonly expiresAt: number
}

const MOST_KEPT = 200

/** Answers kept for their `max-age`, as the platform's content network does. */
export interface AnswerCache {
  /** The kept answer with its age, if there is one that is fresh. */
  find(request: IncomingMessage, url: URL): HttpAnswer | undefined
  /** Keeps an answer if it says that it may be kept, and if it answers a request that others would make alike. */
  keep(request: IncomingMessage, url: URL, answer: HttpAnswer): void
}

/**
 * A shared cache. It answers GET and HEAD, and keeps answers to GET alone: an answer to HEAD has no body. What a caller can
 * add to a request and the function can see is either part of the key (host, path, query, the headers of `vary`) or
 * keeps the request out of the cache (a range, a body, credentials).
 *
 * @param now milliseconds since 1970
 */
export function createAnswerCache(now: () => number): AnswerCache {
  const cache = new Map<string, Kept[]>()
  return {
    find(request, url) {
      if (!isCommon(request, ['GET', 'HEAD'])) return undefined
      const kept = cache
        .get(keyOf(request, url))
        ?.find(
          ({ answer, variant, expiresAt }) => expiresAt > now() && variantOf(request, answer) === variant,
        )
      if (!kept) return undefined
      const age = String(Math.floor((now() - kept.storedAt) / 1000))
      return { ...kept.answer, headers: { ...kept.answer.headers, age } }
    },
    keep(request, url, answer) {
      const seconds = lifetime(answer)
      const variant = variantOf(request, answer)
      if (seconds <= 0 || variant === undefined || !isCommon(request, ['GET'])) return
      const key = keyOf(request, url)
      const others = (cache.get(key) ?? []).filter(
        (kept) => kept.expiresAt > now() && kept.variant !== variant,
      )
      const fresh = { answer, variant, storedAt: now(), expiresAt: now() + seconds * 1000 }
      cache.delete(key)
      cache.set(key, [fresh, ...others].slice(0, MOST_KEPT))
      const [oldest] = cache.keys()
      if (cache.size > MOST_KEPT && oldest !== undefined) cache.delete(oldest)
    },
  }
}

function keyOf({ headers }: IncomingMessage, { pathname, search }: URL): string {
  return `${headers.host} ${pathname}${search}`
}

/** True for a request that anybody could have made in the same words. */
function isCommon({ method, headers }: IncomingMessage, methods: readonly string[]): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  const isOwn = headers.range ?? headers.authorization ?? headers.cookie
  return methods.includes(method ?? '') && !hasBody && isOwn === undefined
}

/** The request's values of the headers that the answer varies with; undefined when it varies with everything. */
function variantOf(request: IncomingMessage, answer: HttpAnswer): string | undefined {
  const names = (answer.headers.vary ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  if (names.includes('*')) return undefined
  return JSON.stringify(names.filter(Boolean).map((name) => [name, request.headers[name] ?? null]))
}

/** Seconds for which a shared cache may keep the answer. */
function lifetime({ status, headers }: HttpAnswer): number {
  const control = headers['cache-control'] ?? ''
  if (status !== 200 || 'set-cookie' in headers || /no-store|no-cache|private/.test(control)) return 0
  return Number(/s-maxage=(\d+)/.exec(control)?.[1] ?? /max-age=(\d+)/.exec(control)?.[1] ?? 0)
}
