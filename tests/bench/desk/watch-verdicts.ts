import type { Page } from 'playwright-core'

/** What a page notes of itself: when it last took a picture from the camera, and when words came up. */
interface Noted {
  /** When the picture was taken that was decoded last, by the page's `performance.now()`. */
  decoded: number
  /** When the button was there that only a verdict brings. */
  verdict: number
}

/**
 * Has a page note when the scanner took the picture that it then decoded, and when the verdict was on the screen. Each look at
 * the camera is one `getImageData`; a decoded code changes the words below the picture at once.
 *
 * @param decoded the words that come up when all frames of a code are read
 * @param verdict the button that the verdict brings, once its portrait is on the screen
 */
export async function watchVerdicts(
  page: Page,
  words: { readonly decoded: string; readonly verdict: string },
): Promise<void> {
  // tsx names functions by a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(({ decoded, verdict }) => {
    const noted = { decoded: 0, verdict: 0 }
    let looked = 0
    const { prototype } = CanvasRenderingContext2D
    const { getImageData } = prototype
    prototype.getImageData = function (...parts: Parameters<typeof getImageData>) {
      looked = performance.now()
      return getImageData.apply(this, parts)
    }
    const has = (said: string) =>
      [...document.querySelectorAll('.kit-page')].some(
        (shown) => shown.checkVisibility() && (shown.textContent ?? '').includes(said),
      )
    let was = { decoded: false, verdict: false }
    const note = () => {
      const is = { decoded: has(decoded), verdict: has(verdict) }
      if (is.decoded && !was.decoded) noted.decoded = looked
      if (is.verdict && !was.verdict) noted.verdict = performance.now()
      was = is
    }
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver(note).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      }),
    )
    Object.assign(window, { noted })
  }, words)
}

/** @returns milliseconds from the picture that was decoded to its verdict on the screen, of the check that just ended */
export async function lastVerdict(page: Page): Promise<number> {
  const noted = await page.evaluate(() => (window as unknown as { noted: Noted }).noted)
  return noted.verdict - noted.decoded
}
