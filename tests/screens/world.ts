import type { Browser } from 'playwright-core'
import { DRAWN_PERSON, issueDrawnPerson } from '#scripts/issue-drawn-person'
import { createCameraFile } from '../e2e/support/camera-file'
import { startWholeCloud } from '../e2e/support/cloud'
import { launchBrowser } from '../support/browser'
import type { Kept } from './look'

/** The drawn person whose phone has an identity. */
export const HOLDER = DRAWN_PERSON

/** A cloud with the desks of the demo and one citizen, and a browser whose camera sees an empty table. */
export interface ScreenWorld {
  readonly url: string
  readonly browser: Browser
  /** What lies on the holder's phone. */
  readonly held: Kept
  close(): Promise<void>
}

export async function openScreenWorld(): Promise<ScreenWorld> {
  const cloud = await startWholeCloud()
  const camera = await createCameraFile()
  const browser = await launchBrowser({ camera: camera.path })
  const close = async () => {
    await browser.close()
    camera.close()
    await cloud.close()
  }
  try {
    return { url: cloud.url, browser, held: await issueDrawnPerson(cloud.url), close }
  } catch (error) {
    await close()
    throw error
  }
}
