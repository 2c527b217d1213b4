/** What a visitor's browser is at after the redirects of one site. */
export interface Visited {
  readonly status: number
  readonly page: string
  /** The path of the page. */
  readonly place: string
  /** Where another site is redirected to; empty when the page is this site's. */
  readonly location: string
}
export type Visitor = ReturnType<typeof createVisitor>

/** A browser without scripts that keeps cookies by path and follows the redirects of one site. @param origin of the site */
export function createVisitor(origin: string) {
  const cookies = new Map<string, { readonly value: string; readonly path: string }>()

  const send = async (address: string, init: RequestInit = {}): Promise<Visited> => {
    const { pathname } = new URL(address, origin)
    const sent = [...cookies].filter(([, { path }]) => pathname.startsWith(path))
    const headers = {
      cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; '),
      'accept-language': 'zh-CN',
    }
    const response = await fetch(new URL(address, origin), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      const path = /; ?path=([^;]+)/i.exec(cookie)?.[1] ?? '/'
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, { value, path })
    }
    const location = response.headers.get('location')
    const next = location === null ? undefined : new URL(location, origin)
    if (next?.origin === origin) return send(next.href)
    return {
      status: response.status,
      page: await response.text(),
      place: pathname,
      location: next?.href ?? '',
    }
  }
  return {
    get: (address: string) => send(address),
    post: (place: string, form: Readonly<Record<string, string>>) =>
      send(place, { method: 'POST', body: new URLSearchParams(form) }),
  }
}
