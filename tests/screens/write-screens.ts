import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { buildAll } from '#scripts/build'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import unpackBrowser from '../support/unpack-browser'
import { waitUntilArrived } from './find-faults'
import { LOOKS, nameOf, windowOf } from './look'
import { walkAll } from './walk-all'

/**
 * `npm run screens [-- zh1 en2 --only hotel]`: writes each screen of both apps as a picture, in every language and text size: on
 * the left what is in view on the phone, on the right the whole page where it is longer.
 */
const OUTPUT = path.resolve(import.meta.dirname, 'pictures')
const GAP = 12
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true } },
  })
  const looks = LOOKS.filter((look) => positionals.length === 0 || positionals.includes(nameOf(look)))
  await buildAll(LOCAL_BUILD, ['functions', 'h5'])
  await unpackBrowser()
  for (const look of looks) {
    const folder = path.join(OUTPUT, nameOf(look))
    if (!values.only) await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const visit = (page: Page, screen: string) =>
      write(page, windowOf(look), path.join(folder, `${screen}.png`))
    const failures = await walkAll(look, visit, { only: values.only, isLookedAt: true })
    for (const failure of failures) console.error(`${nameOf(look)} ${failure}`)
    if (failures.length > 0) process.exitCode = 1
    console.log(`Written: ${path.relative(process.cwd(), folder)}`)
  }
}

type Size = ReturnType<typeof windowOf>

async function write(page: Page, shown: Size, file: string): Promise<void> {
  await waitUntilArrived(page)
  const first = await page.screenshot()
  const height = await page.evaluate(() => {
    const page = [...document.querySelectorAll('.kit-page')].find(
      (element) => element.getClientRects().length > 0,
    )
    return page?.scrollHeight ?? 0
  })
  if (height <= shown.height) return void (await sharp(first).toFile(file))
  await page.setViewportSize({ ...shown, height: Math.min(height, 4000) })
  const whole = await page.screenshot()
  await page.setViewportSize(shown)
  const canvas = { width: shown.width * 2 + GAP, height, channels: 3 as const, background: '#e91e63' }
  await sharp({ create: canvas })
    .composite([
      { input: first, top: 0, left: 0 },
      { input: whole, top: 0, left: shown.width + GAP },
    ])
    .png()
    .toFile(file)
}

await main()
