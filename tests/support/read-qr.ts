import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))

// From the package's own file: without this it would ask a public CDN.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/**
 * Reads a QR code with the decoder that the companion uses.
 *
 * @param image a PNG or JPEG file, or raw pixels
 * @returns the text, `undefined` when there is no readable code
 */
export async function readQr(image: Uint8Array | ImageData): Promise<string | undefined> {
  const results = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true })
  return results.find(({ isValid }) => isValid)?.text
}
