import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { launchBrowser } from '#support/browser'
import { PATIENCE_MS } from '#support/eventually'
import { serveApp } from '#support/serve-static'
import { installShownCode } from '../../support/shown-code'
import { createDeskCloud, type DeskCloud } from './desk-cloud'

const folder = path.resolve(import.meta.dirname, '../../../../miniprogram/verifier/dist/h5')

export interface DeskBrowser {
  /** The stand-in for the cloud of the page opened last. */
  readonly cloud: DeskCloud
  /** Opens the companion as `desk1` on a phone of that width; `camera: 'drawn'` sees what `showCode` draws. */
  /** @param options `session`: what the cloud says from the beginning, before the desk keeps data for work without network */
  open(options?: {
    width?: number
    route?: string
    camera?: 'drawn' | 'none'
    session?: DeskCloud['session']
  }): Promise<Page>
  close(): Promise<void>
}

/** The built companion in Chromium, in front of a stand-in for the cloud. */
export async function openDeskBrowser(): Promise<DeskBrowser> {
  await buildApps({ apps: ['verifier'], platforms: ['h5'], settings: LOCAL_BUILD })
  const browser: Browser = await launchBrowser()
  let cloud = await createDeskCloud()
  const server = await serveApp(folder, (url, event) => cloud.answer(url, event))

  return {
    get cloud() {
      return cloud
    },
    async open({ width = 390, route = '/desk/index', camera = 'drawn', session = 'open' } = {}) {
      cloud = await createDeskCloud()
      cloud.session = session
      for (const context of browser.contexts()) await context.close()
      const context = await browser.newContext({ viewport: { width, height: 780 } })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      if (camera === 'drawn') await installShownCode(page)
      await page.goto(`${server.url}/?profile=desk1#${route}`)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
