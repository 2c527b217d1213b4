import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const LOOKS = 20
const BETWEEN_LOOKS_MS = 250
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What keeps people from using a screen: findings of axe-core that are serious or critical, a page that is wider than the phone,
 * answers that are not in view.
 *
 * @returns a sentence each, empty when there are none
 */
export async function findFaults(page: Page, screen: string): Promise<string[]> {
  const outside = await whatStaysOutOfView(page)
  const faults = [...(await runAxe(page)), ...outside]
  return faults.map((fault) => `${screen}: ${fault}`)
}

async function runAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const options: RunOptions = { resultTypes: ['violations'] }
  const { violations } = await page.evaluate(
    (run) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(run),
    options,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id} ${any[0]?.message ?? ''} ${html.slice(0, 120)}`),
    )
}

/** Buttons out of view and a page too wide, a sentence each; pages slide in, so only what is still so a while later. */
async function whatStaysOutOfView(page: Page): Promise<string[]> {
  for (let looks = 1; ; looks++) {
    const found = await outOfView(page)
    if (found.length === 0 || looks === LOOKS) return found
    await page.waitForTimeout(BETWEEN_LOOKS_MS)
  }
}

/** Waits until the page that slides in has arrived: before that, it would be photographed half. */
export async function waitUntilArrived(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.kit-page')].every((shown) => {
      const { left, width } = shown.getBoundingClientRect()
      return width === 0 || Math.abs(left) < 1
    }),
  )
}

/** Buttons of a bar of answers that somebody would have to scroll to, and a page that would have to be moved sideways. */
function outOfView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth: width, clientHeight: height } = document.documentElement
    const found: string[] = []
    const wide = document.documentElement.scrollWidth - width
    if (wide > 0) found.push(`${wide} px wider than the phone`)
    for (const button of document.querySelectorAll('.kit-actions button')) {
      const { top, bottom, width: shown } = button.getBoundingClientRect()
      const isShown = shown > 0
      if (isShown && (top < 0 || bottom > height + 1)) found.push(`out of view: ${button.textContent}`)
    }
    return found
  })
}
