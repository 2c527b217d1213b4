import type { Browser, FrameLocator, Page } from 'playwright-core'
import { PATIENCE_MS } from '#support/eventually'
import { launchBrowser } from '../../support/browser'
import { type CameraFile, createCameraFile } from './camera-file'

/** A phone of 390×844 with a camera that sees what the test holds before it. */
export interface Phone {
  readonly page: Page
  readonly camera: CameraFile
  close(): Promise<void>
}

/** Where an app is shown: a browser of its own, or a frame of the demo page. */
export type Screen = Pick<Page | FrameLocator, 'getByRole' | 'getByText' | 'getByLabel'>

const PHONE = { width: 390, height: 844 }

/** @param address the app, with its `?profile=` */
export async function openPhone(address: string, viewport = PHONE): Promise<Phone> {
  const camera = await createCameraFile()
  const browser: Browser = await launchBrowser({ camera: camera.path })
  const context = await browser.newContext({
    viewport,
    permissions: ['camera'],
    locale: 'zh-CN',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await page.goto(address)
  return { page, camera, close: () => browser.close().finally(camera.close) }
}

/** Taps a button by the words on it; the page that is open is the last one, earlier ones stay in the tree hidden. */
export function tap(screen: Screen, words: string): Promise<void> {
  return screen.getByRole('button', { name: words, exact: true }).filter({ visible: true }).last().click()
}
