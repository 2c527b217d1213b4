import { unixSeconds } from '@nansha/shared/clock/durations'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { DESKS } from '#demo/desks'
import { PATIENCE_MS } from '#support/eventually'
import { tap } from '../e2e/support/phone'
import { type AppName, type Kept, type Look, openContext, type Visit } from './look'
import { HOLDER, type ScreenWorld } from './world'

/** One person's walk through the screens, in one look. */
export interface Walk {
  readonly look: Look
  readonly world: ScreenWorld
  /**
   * Opens a page of an app afresh.
   *
   * @param profile the account
   * @param page such as `/about/index`
   * @param prepare is called before the app begins
   */
  open(
    app: AppName,
    profile: string,
    page?: string,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<Page>
  /** The words of a text in the walk's language. */
  say(text: Words): string
  /** Waits for words on the page and shows the screen to the visitor. */
  see(page: Page, name: string, words?: Words): Promise<void>
  /** Presses the button with these words. */
  press(page: Page, text: Words): Promise<void>
  /** Chooses a picture of a code, once the button that asks for it was pressed. */
  scanPicture(page: Page, text: Words, code: Buffer): Promise<void>
}

export type Words = { readonly zh: string; readonly en: string } | string

/** @returns the codes that are left on the holder's phone: an account gets no more than so many a day */
export async function withWalk(
  world: ScreenWorld,
  look: Look,
  visit: Visit,
  run: (walk: Walk) => Promise<void>,
): Promise<Kept> {
  const desks = ['nobody', ...DESKS.map(({ profile }) => profile)]
  const context = await openContext(world.browser, look, {
    [`citizen:${HOLDER}`]: world.held,
    'citizen:newcomer': {},
    'citizen:parent': {},
    'citizen:applicant': {},
    'citizen:foreigner': {},
    // Of two phones on which something is left: a mark without a credential, and a credential that is still to come.
    'citizen:emptied': { granted: 'true' },
    'citizen:waiting': { granted: 'true', postponed: postponed(world.held) },
    ...Object.fromEntries(desks.map((profile) => [`verifier:${profile}`, {}])),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const say = (text: Words) => (typeof text === 'string' ? text : text[look.language])
  try {
    await run({
      look,
      world,
      say,
      async open(app, profile, page = '', prepare) {
        const opened = await context.newPage()
        await prepare?.(opened)
        await opened.goto(`${world.url}/${app}/?profile=${profile}${page && `#${page}`}`)
        await expectText(opened, look)
        return opened
      },
      async see(page, name, words) {
        if (words) await page.getByText(say(words)).filter({ visible: true }).first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        await visit(page, name)
      },
      press: (page, text) =>
        page
          .getByRole('button', { name: beginningWith(say(text)) })
          .filter({ visible: true })
          .last()
          .click(),
      async scanPicture(page, text, code) {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, say(text))])
        await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: code })
      },
    })
    return await codesLeft(context)
  } finally {
    await context.close()
  }
}

/** Under which the phone keeps what it can show. */
const CODES = /^(handles|passes\..+)$/

async function codesLeft(context: BrowserContext): Promise<Kept> {
  const prefix = `nansha:citizen:${HOLDER}:`
  const { origins } = await context.storageState()
  const stored = origins.flatMap(({ localStorage }) => localStorage)
  return Object.fromEntries(
    stored
      .filter(({ name }) => name.startsWith(prefix) && CODES.test(name.slice(prefix.length)))
      .map(({ name, value }) => [name.slice(prefix.length), value]),
  )
}

/** A look that is not applied would let everything pass. @throws Error when the text is not as large as the look says */
async function expectText(page: Page, { text }: Look): Promise<void> {
  const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  if (size !== `${text * 16}px`) throw new Error(`Text is ${size} high and should be ${text * 16} px.`)
}

/** What a phone keeps while the one before it may still object. */
function postponed({ credential = '' }: Kept): string {
  const { key } = JSON.parse(credential) as { readonly key: object }
  const readyAt = unixSeconds(Date.now()) + 20 * 3600
  return JSON.stringify({ enrolmentId: 'A'.repeat(22), key, readyAt })
}

/** A button may count seconds behind its words. */
function beginningWith(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

/** The code that a page shows, as a picture with the quiet zone that a screen around it gives: PNG. */
export async function pictureOfCode(page: Page): Promise<Buffer> {
  const canvas = page.locator('canvas').filter({ visible: true }).last()
  await canvas.click({ trial: true })
  return pictureOf(await canvas.evaluate((drawn) => (drawn as HTMLCanvasElement).toDataURL()))
}

/** A drawn code with a quiet zone: PNG. @param address data URL of the canvas */
export function pictureOf(address: string): Promise<Buffer> {
  return sharp(Buffer.from(address.split(',')[1] ?? '', 'base64'))
    .extend({ top: 80, bottom: 80, left: 80, right: 80, background: '#fff' })
    .png()
    .toBuffer()
}
