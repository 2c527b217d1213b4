import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm'
import { grabFrame } from './grab-frame.h5'
import { LOOKS, type Look } from './looks.h5'

/** The decoder is served from the app's own files: by default the package would fetch it from a public CDN. */
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

type Results = Awaited<ReturnType<typeof readBarcodes>>

/** @returns the texts of the QR codes in a live picture or an image, looked at once; the one nearest the middle first. */
export async function decodeQr(source: HTMLVideoElement | ImageBitmap, look: Look): Promise<string[]> {
  const frame = grabFrame(source, look.longestEdge)
  if (frame === undefined) return []
  const results = await readBarcodes(frame, { formats: ['QRCode'], ...look.options })
  return nearestFirst(
    results.filter(({ isValid }) => isValid),
    frame,
  )
}

/**
 * Looks at a still image in every way there is.
 *
 * @param isWanted whether a text is what the caller looks for
 * @returns the first text that is; without one, any text that was read; `undefined` when there was none
 */
export async function decodeStill(
  image: ImageBitmap,
  isWanted: (text: string) => boolean,
): Promise<string | undefined> {
  let foreign: string | undefined
  for (const look of LOOKS) {
    const texts = await decodeQr(image, look)
    const ours = texts.find(isWanted)
    if (ours !== undefined) return ours
    foreign ??= texts[0]
  }
  return foreign
}

/** People hold what they mean into the middle of the frame. */
function nearestFirst(results: Results, { width, height }: ImageData): string[] {
  return results
    .map(({ text, position: { topLeft, bottomRight } }) => ({
      text,
      distance: Math.hypot(topLeft.x + bottomRight.x - width, topLeft.y + bottomRight.y - height),
    }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ text }) => text)
}
