import { encode } from 'uqr'

/** Quiet zone in modules: ISO/IEC 18004 asks for 4. */
const QUIET = 4

type Modules = readonly (readonly boolean[])[]

/** The codes encoded last: two that are shown in turn are each encoded once. */
const encoded = new Map<string, Modules>()
const KEPT = 4

/**
 * Draws a QR code over the whole square canvas, with modules of whole pixels so that edges stay sharp.
 *
 * @param size edge of the canvas in pixels
 */
export function drawQr(
  context: Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect'>,
  size: number,
  text: string,
  correction: 'L' | 'M' = 'M',
): void {
  const data = modulesOf(text, correction)
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

function modulesOf(text: string, correction: 'L' | 'M'): Modules {
  const key = correction + text
  const modules = encoded.get(key) ?? encode(text, { ecc: correction, border: 0 }).data
  encoded.set(key, modules)
  const [oldest] = encoded.keys()
  if (encoded.size > KEPT && oldest !== undefined) encoded.delete(oldest)
  return modules
}
