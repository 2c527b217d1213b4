import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm'
import { grabFrame, LOOK_EDGES } from './grab-frame.h5'

/** The decoder is served from our own files: by default the package would fetch it from a public CDN. */
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

/** @returns the text of a QR code in a live picture or an image, looked at once at `longestEdge`, or `undefined`. */
export async function decodeQr(
  source: HTMLVideoElement | ImageBitmap,
  longestEdge: number,
): Promise<string | undefined> {
  const frame = grabFrame(source, longestEdge)
  if (frame === undefined) return undefined
  const results = await readBarcodes(frame, {
    formats: ['QRCode'],
    tryHarder: true,
    tryDenoise: true,
    maxNumberOfSymbols: 1,
  })
  return results.find(({ isValid }) => isValid)?.text
}

/** @returns the text of a QR code in a still image, looked at in every way there is, or `undefined`. */
export async function decodeStill(image: ImageBitmap): Promise<string | undefined> {
  for (const edge of LOOK_EDGES) {
    const text = await decodeQr(image, edge)
    if (text !== undefined) return text
  }
  return undefined
}
