import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../tests/support/browser'
import unpackBrowser from '../tests/support/unpack-browser'
import { buildAll } from './build'
import { DRAWN_PERSON, issueDrawnPerson } from './issue-drawn-person'
import { REPOSITORY } from './project-folders'
import { LOCAL_BUILD } from './spawn-taro'
import { seedProjectCloud, startProjectCloud } from './start-project-cloud'

/** `npm run picture`: the two phones of the README, with a drawn person, through the real apps and functions. */
const PICTURE = path.join(REPOSITORY, 'docs/two-phones.png')
const PHONE = { width: 390, height: 760 }
const GAP = 36
const PATIENCE_MS = 60_000

async function main(): Promise<void> {
  await buildAll(LOCAL_BUILD, ['functions', 'h5', 'demo'])
  await unpackBrowser()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-picture-'))
  const cloud = await startProjectCloud({ port: 0, dataDir })
  const browser = await launchBrowser({ isLookedAt: true })
  try {
    await seedProjectCloud(cloud.url)
    const citizen = await showCode(browser, cloud.url)
    const desk = await checkCode(browser, cloud.url, await citizen.locator('canvas').screenshot())
    await compose(await citizen.screenshot(), await desk.screenshot())
    console.log(`Taken: ${path.relative(REPOSITORY, PICTURE)}`)
  } finally {
    await browser.close()
    await cloud.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A drawn citizen's phone that shows the code for a hotel. */
async function showCode(browser: Browser, url: string): Promise<Page> {
  const stored = await issueDrawnPerson(url)
  const page = await openPhone(browser)
  await page.goto(`${url}/citizen/?profile=${DRAWN_PERSON}`)
  for (const [key, value] of Object.entries(stored))
    await page.evaluate(
      ([name, text]) => localStorage.setItem(name ?? '', text ?? ''),
      [`nansha:citizen:${DRAWN_PERSON}:${key}`, value],
    )
  await page.reload()
  await page.getByText('出示证件').last().click({ timeout: PATIENCE_MS })
  await page.getByText('同意并出示二维码').last().click({ timeout: PATIENCE_MS })
  await page.locator('canvas').waitFor({ timeout: PATIENCE_MS })
  await page.waitForTimeout(1000) // The code is drawn in the frame after the canvas appears.
  return page
}

/** The hotel's phone, to which the code is given as a picture; it asks for the portrait to be compared. */
async function checkCode(browser: Browser, url: string, code: Buffer): Promise<Page> {
  const page = await openPhone(browser)
  await page.goto(`${url}/verifier/?profile=desk1`)
  await page.getByText('开始扫码').last().click({ timeout: PATIENCE_MS })
  const chooser = page.waitForEvent('filechooser', { timeout: PATIENCE_MS })
  await page.getByText('换一种方式扫码').last().click({ timeout: PATIENCE_MS })
  const picture = await sharp(code)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#fff' })
    .png()
    .toBuffer()
  await (await chooser).setFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
  await page.getByText('是本人').last().waitFor({ timeout: PATIENCE_MS })
  return page
}

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, locale: 'zh-CN' })
  await context.addInitScript(() => {
    // At this moment a document has no element yet that could hold a style.
    const font = new CSSStyleSheet()
    font.replaceSync('body { font-family: "Noto Sans SC", "Noto Sans CJK SC", sans-serif }')
    document.adoptedStyleSheets = [font]
  })
  return context.newPage()
}

/** Both screens side by side, each with the round corners of a phone. */
async function compose(...screens: Buffer[]): Promise<void> {
  const [width, height] = [PHONE.width * 2, PHONE.height * 2]
  const corners = Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="56"/></svg>`,
  )
  const frame = Buffer.from(
    `<svg width="${width}" height="${height}"><rect x="3" y="3" width="${width - 6}" height="${height - 6}" rx="54" fill="none" stroke="#10171d" stroke-width="6"/></svg>`,
  )
  const rounded = await Promise.all(
    screens.map((screen) =>
      sharp(screen)
        .composite([{ input: corners, blend: 'dest-in' }, { input: frame }])
        .png()
        .toBuffer(),
    ),
  )
  const gap = GAP * 2
  const canvas = {
    width: width * 2 + gap * 3,
    height: height + gap * 2,
    channels: 4 as const,
    background: '#f3f6f8',
  }
  const picture = await sharp({ create: canvas })
    .composite(rounded.map((input, n) => ({ input, top: gap, left: gap + n * (width + gap) })))
    .png()
    .toBuffer()
  await sharp(picture).resize({ width: 1200 }).png({ palette: true, colours: 128 }).toFile(PICTURE)
}

await main()
