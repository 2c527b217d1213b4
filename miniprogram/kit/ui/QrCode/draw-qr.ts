import { encode } from 'uqr'

/** Quiet zone in modules: ISO/IEC 18004 asks for 4. */
const QUIET = 4

/**
 * Draws a QR code, level M, over the whole square canvas, with modules of whole pixels so that edges stay sharp.
 *
 * @param size edge of the canvas in pixels
 */
export function drawQr(
  context: Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect'>,
  size: number,
  text: string,
): void {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const module = Math.floor(size / (data.length + 2 * QUIET))
  const margin = Math.floor((size - module * data.length) / 2)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, size, size)
  context.fillStyle = '#000000'
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) context.fillRect(margin + x * module, margin + y * module, module, module)
    })
  })
}
