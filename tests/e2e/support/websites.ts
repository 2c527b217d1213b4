import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS } from '@nansha/citizen/src/online/texts'
import { CITIZEN_APP_ID, COMPANION_APP_ID } from '@nansha/localcloud/identity'
import type { BrowserContext, Page } from 'playwright-core'
import { CAST } from '#demo/cast'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { issueIdentity } from '#demo/issue-identity'
import { startPortals } from '#scripts/start-portals'
import { PATIENCE_MS } from '#support/eventually'
import { type Look, openContext } from '../../screens/look'
import { launchBrowser } from '../../support/browser'
import { createCameraFile } from './camera-file'
import { startWholeCloud } from './cloud'
import { tap } from './phone'

const [LI] = CAST
/** A website's link opens this person's phone in a browser (scripts/start-project-cloud.ts). */
const PROFILE = 'li-wanqing'
const COMPUTER = { width: 1100, height: 800 }

/** The cloud, the two specimen websites, a citizen's phone with an identity and a camera, and a computer. */
export async function openWebsites(look: Look = { language: 'zh', text: 1 }) {
  if (!LI) throw new Error('The cast is empty.')
  const cloud = await startWholeCloud()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-websites-'))
  const portals = await startPortals(cloud.url, dataDir, 0)
  const held = await issueIdentity(
    { call: createDevelopmentCall(cloud.url), upload: createDevelopmentUpload(cloud.url) },
    {
      citizen: { appId: CITIZEN_APP_ID, openId: PROFILE },
      officer: { appId: COMPANION_APP_ID, openId: 'hall1' },
    },
    LI.person,
    await LI.portrait(),
    Date.now,
  )
  const camera = await createCameraFile()
  const browser = await launchBrowser({ camera: camera.path })
  const phone = await openContext(browser, look, { [`citizen:${PROFILE}`]: held })
  const computer = await browser.newContext({
    viewport: COMPUTER,
    locale: look.language === 'zh' ? 'zh-CN' : 'en',
  })
  for (const context of [phone, computer]) context.setDefaultTimeout(PATIENCE_MS)
  const urlOf = (id: 'hall' | 'bank') => portals.portals.find((portal) => portal.id === id)?.url ?? ''

  return {
    person: LI.person,
    look,
    phone,
    computer,
    /** Opens a website in one of the two, where it can ask. */
    visit: (context: BrowserContext, id: 'hall' | 'bank') => visit(context, urlOf(id)),
    /** Opens the citizen's app where it begins. */
    async openApp(): Promise<Page> {
      const page = await phone.newPage()
      await page.goto(`${cloud.url}/citizen/?profile=${PROFILE}`)
      return page
    },
    /** Holds the phone's camera before the computer's screen and waits for the question. */
    async scan(app: Page, screen: Page): Promise<void> {
      await camera.see(await screen.screenshot())
      await tap(app, HOME.deskCode[look.language])
      await app.getByText(TEXTS.shares[look.language]).filter({ visible: true }).first().waitFor()
    },
    async close(): Promise<void> {
      await browser.close()
      camera.close()
      await portals.close()
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type Websites = Awaited<ReturnType<typeof openWebsites>>

async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** The six digits that the phone shows. */
export async function digitsOn(app: Page): Promise<string> {
  const shown = await app.locator('.session-code').filter({ visible: true }).last().innerText()
  return shown.replace(/\D/g, '')
}

/** Types digits into the page that asked. */
export async function typeCode(screen: Page, digits: string): Promise<void> {
  await screen.getByRole('textbox').fill(digits)
  await screen.getByRole('button').first().click()
}

/** Six other digits. */
export function otherThan(digits: string): string {
  return digits === '000000' ? '111111' : '000000'
}
