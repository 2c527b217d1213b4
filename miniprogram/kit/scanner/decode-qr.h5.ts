import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm'

/** The decoder is served from our own files: by default the package would fetch it from a public CDN. */
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

/** @returns the text of a QR code in the image, or `undefined`. Slow light is met with zxing's thorough search. */
export async function decodeQr(image: ImageData): Promise<string | undefined> {
  const results = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return results.find(({ isValid }) => isValid)?.text
}
