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
  answer: object | 'no network',
): Promise<() => Promise<void>> {
  const pattern = `**/functions/${name}`
  const handler: Parameters<Page['route']>[1] = (route) => {
    const sent = route.request().postDataJSON() as { readonly action?: string }
    if (action !== 'any' && sent.action !== action) return route.fallback()
    if (answer === 'no network') return route.abort('internetdisconnected')
    const result = { serverTime: Date.now(), ...answer }
    return route.fulfill({ json: { result } })
  }
  await page.route(pattern, handler)
  return () => page.unroute(pattern, handler)
}
