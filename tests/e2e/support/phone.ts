import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser'
import { type CameraFile, createCameraFile } from './camera-file'

/** A phone of 390×844 with a camera that sees what the test holds before it. */
export interface Phone {
  readonly page: Page
  readonly camera: CameraFile
  close(): Promise<void>
}

/** @param address the app, with its `?profile=` */
export async function openPhone(address: string): Promise<Phone> {
  const camera = await createCameraFile()
  const browser: Browser = await launchBrowser({ camera: camera.path })
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['camera'],
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  await page.goto(address)
  return { page, camera, close: () => browser.close() }
}

/** Taps a button by the words on it; the page that is open is the last one, earlier ones stay in the tree hidden. */
export function tap(page: Page, words: string): Promise<void> {
  return page.getByRole('button', { name: words, exact: true }).filter({ visible: true }).last().click()
}
