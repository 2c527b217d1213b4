import path from 'node:path'
import { build } from 'esbuild'
import { launchBrowser } from './browser'
import { PATIENCE_MS } from './eventually'

const repository = path.resolve(import.meta.dirname, '../..')

/** What the page has of the kit; the tests' own functions run beside it. */
const PAGE = `
import { decodeQr, decodeStill } from './miniprogram/kit/scanner/decode-qr.h5'
import { LOOKS } from './miniprogram/kit/scanner/looks.h5'
import { kindOfCode } from '@nansha/shared/code-kind'
import { readBarcodes } from 'zxing-wasm/reader'

const bitmapOf = async (base64) =>
  createImageBitmap(await (await fetch('data:application/octet-stream;base64,' + base64)).blob())

window.readStill = async (base64) => {
  const image = await bitmapOf(base64)
  return (await decodeStill(image, (text) => kindOfCode(text) !== undefined)) ?? null
}
window.readLooks = async (base64) => {
  const image = await bitmapOf(base64)
  const seen = []
  for (const look of LOOKS) seen.push(await decodeQr(image, look))
  return seen
}
window.readByDefaults = async (base64) => {
  const image = await bitmapOf(base64)
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const results = await readBarcodes(pixels, { formats: ['QRCode'] })
  return results.filter(({ isValid }) => isValid).map(({ text }) => text)
}
`

export interface ScannerPage {
  /** What `decodeStill` makes of a picture file. */
  readStill(file: Uint8Array): Promise<string | null>
  /** The texts that each look of the cycle reads, of a live frame as of a picture. */
  readLooks(file: Uint8Array): Promise<string[][]>
  /** The texts that zxing-wasm reads at the picture's own size with its defaults. */
  readByDefaults(file: Uint8Array): Promise<string[]>
  close(): Promise<void>
}

/** The browser build's decoder of the kit, in Chromium. */
export async function openScannerPage(): Promise<ScannerPage> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: repository },
    bundle: true,
    write: false,
    format: 'iife',
    loader: { '.wasm': 'dataurl' },
  })
  const browser = await launchBrowser()
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const call =
    <Result>(name: string) =>
    (file: Uint8Array) =>
      page.evaluate(
        ([name, base64]) =>
          (window as unknown as Record<string, (base64: string) => Promise<Result>>)[name as string]?.(
            base64 as string,
          ) as Promise<Result>,
        [name, Buffer.from(file).toString('base64')],
      )
  return {
    readStill: call('readStill'),
    readLooks: call('readLooks'),
    readByDefaults: call('readByDefaults'),
    close: () => browser.close(),
  }
}
