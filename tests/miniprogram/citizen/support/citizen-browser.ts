import path from 'node:path'
import type { Page } from 'playwright-core'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { launchBrowser } from '#support/browser'
import { PATIENCE_MS } from '#support/eventually'
import { serveApp } from '#support/serve-static'
import { installShownCode } from '../../support/shown-code'
import { createDeployment, type Deployment } from './deployment'

const folder = path.resolve(import.meta.dirname, '../../../../miniprogram/citizen/dist/h5')

export interface PhoneOptions {
  readonly width?: number
  readonly route?: string
  readonly language?: 'zh' | 'en'
  /** Of the reader's own text size, 1 or more. */
  readonly textScale?: number
}

/** A phone with a credential, in Chromium, and the cloud that it talks to. */
export interface CitizenPhone {
  readonly page: Page
  readonly cloud: Deployment
  /** Takes the network away, as the browser and the cloud see it, or gives it back. */
  setNetwork(isThere: boolean): Promise<void>
}

/** The built citizen app in Chromium, with a camera that sees what `showCode` draws. */
export async function openCitizenBrowser() {
  await buildApps({ apps: ['citizen'], platforms: ['h5'], settings: LOCAL_BUILD })
  const browser = await launchBrowser()
  let cloud = await createDeployment()
  const server = await serveApp(folder, async (_url, event) =>
    cloud.network ? { status: 200, body: { result: await cloud.answer(event) } } : undefined,
  )
  return {
    async open(options: PhoneOptions = {}): Promise<CitizenPhone> {
      const { width = 390, route = '/home/index', language = 'zh', textScale = 1 } = options
      cloud = await createDeployment()
      // Before the app asks: what is not published yet is another screen.
      await cloud.publish()
      const { key, credential } = cloud
      for (const context of browser.contexts()) await context.close()
      const context = await browser.newContext({ viewport: { width, height: 844 } })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      await installShownCode(page)
      await page.addInitScript(
        ([credential, language, size]) => {
          localStorage.setItem('nansha:citizen:default:credential', credential)
          localStorage.setItem('nansha:citizen:default:language', language)
          addEventListener('DOMContentLoaded', () => {
            document.documentElement.style.setProperty('font-size', size, 'important')
          })
        },
        [JSON.stringify({ key, credential }), language, `${16 * textScale}px`] as const,
      )
      await page.goto(`${server.url}/#${route}`)
      const deployment = cloud
      const setNetwork = async (isThere: boolean) => {
        deployment.network = isThere
        await context.setOffline(!isThere)
      }
      return { page, cloud, setNetwork }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
