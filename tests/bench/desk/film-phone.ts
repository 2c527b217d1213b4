import type { Page } from 'playwright-core'
import type { CameraFile } from '../../e2e/support/camera-file'
import { pictureOf } from '../../screens/walk'

/** A code changes every 15 s, the pictures of a pass every 0.7 s. */
const BETWEEN_LOOKS_MS = 80

/** A phone that is held before the desk's camera. */
export interface FilmedPhone {
  /** When the camera saw its code for the first time, by `performance.now()`. */
  readonly since: number
  /** Takes the phone away: the camera sees an empty desk. */
  takeAway(): Promise<void>
}

/** Holds a phone before the camera: whatever code it turns to is seen. */
export async function filmPhone(phone: Page, camera: CameraFile): Promise<FilmedPhone> {
  let shown = ''
  const look = async () => {
    const drawn = await drawnCode(phone)
    if (drawn === undefined || drawn === shown) return
    shown = drawn
    await camera.see(await pictureOf(drawn))
  }
  await look()
  const since = performance.now()
  let filming = true
  const film = (async () => {
    while (filming) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS))
      if (filming) await look()
    }
  })()
  // Whoever takes the phone away hears of it.
  film.catch(() => undefined)
  return {
    since,
    async takeAway() {
      filming = false
      await film
      await camera.seeNothing()
    },
  }
}

/** @returns data URL of the code; `undefined` when the phone shows none, because its use is over */
function drawnCode(phone: Page): Promise<string | undefined> {
  return phone.evaluate(() =>
    [...document.querySelectorAll('canvas')].find((canvas) => canvas.checkVisibility())?.toDataURL(),
  )
}
