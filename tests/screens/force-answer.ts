import type { Page } from 'playwright-core'

/**
 * Has one action of a function, or any, answered by the walk instead of the cloud, as often as it is asked: screens of a refusal are seen
 * without bringing it about.
 *
 * @returns a function that lets the cloud answer again
 */
export async function forceAnswer(
  page: Page,
  name: string,
  action: string | 'any',
  answer: object | 'no network' | 'never',
): Promise<() => Promise<void>> {
  const pattern = `**/functions/${name}`
  const handler: Parameters<Page['route']>[1] = (route) => {
    if (action !== 'any' && actionOf(route.request().postDataJSON()) !== action) return route.fallback()
    if (answer === 'never') return
    if (answer === 'no network') return route.abort('internetdisconnected')
    const result = { serverTime: Date.now(), ...answer }
    return route.fulfill({ json: { result } })
  }
  await page.route(pattern, handler)
  return () => page.unroute(pattern, handler)
}

/** What a call asks for; that of the wallet stands in the request that the phone signed. */
function actionOf(sent: { readonly action?: string; readonly request?: string }): string | undefined {
  const [, payload = ''] = sent.request?.split('.') ?? []
  if (sent.action !== undefined || payload === '') return sent.action
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { readonly action?: string }).action
}
