import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { encode } from 'uqr'

export interface SceneCode {
  readonly text: string
  /** Of the middle, as parts of the picture's width and height. */
  readonly x: number
  readonly y: number
  /** Edge with its quiet zone of four modules, px. */
  readonly edge: number
  readonly light?: string
  readonly dark?: string
  /** Clockwise, degrees. */
  readonly turn?: number
  /** Seen from the side: as wide as this part of its height. */
  readonly narrowed?: number
  /** Cracks in the glass across it, one to two modules wide. */
  readonly cracks?: number
}

export interface Scene {
  readonly width: number
  readonly height: number
  readonly codes: readonly SceneCode[]
  /** Out of focus, px. */
  readonly blur?: number
}

/** Draws codes on a table, as a camera above it sees them. @returns a JPEG file */
export function drawScene({ width, height, codes, blur = 0 }: Scene): Buffer {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#8a7a66'
  context.fillRect(0, 0, width, height)
  for (const code of codes) drawCode(context, code, code.x * width, code.y * height)
  if (blur === 0) return canvas.toBuffer('image/jpeg', 92)
  // Once over the whole picture: a filter costs as much at each rectangle that is drawn through it.
  const blurred = createCanvas(width, height)
  const lens = blurred.getContext('2d')
  lens.filter = `blur(${blur}px)`
  lens.drawImage(canvas, 0, 0)
  return blurred.toBuffer('image/jpeg', 92)
}

function drawCode(
  context: SKRSContext2D,
  { text, edge, light = '#fff', dark = '#000', turn = 0, narrowed = 1, cracks = 0 }: SceneCode,
  x: number,
  y: number,
): void {
  const modules = encode(text, { ecc: 'M', border: 0 }).data
  const module = edge / (modules.length + 8)
  context.save()
  context.translate(x, y)
  context.rotate((turn * Math.PI) / 180)
  context.transform(narrowed, (1 - narrowed) / 4, 0, 1, 0, 0)
  context.translate(-edge / 2, -edge / 2)
  context.fillStyle = light
  context.fillRect(0, 0, edge, edge)
  context.fillStyle = dark
  for (const [row, line] of modules.entries()) {
    for (const [column, isDark] of line.entries()) {
      // A little wider than the module, or seams would show where the code is turned.
      if (isDark) context.fillRect((column + 4) * module, (row + 4) * module, module * 1.03, module * 1.03)
    }
  }
  for (let crack = 0; crack < cracks; crack++) drawCrack(context, edge, module, crack)
  context.restore()
}

/** From edge to edge, bright with a dark shadow as broken glass is, bent in the middle. */
function drawCrack(context: SKRSContext2D, edge: number, module: number, place: number): void {
  const from = edge * (0.3 + 0.2 * place)
  for (const [color, width, beside] of [
    ['#333', module, module / 2],
    ['#ddd', module / 2, 0],
  ] as const) {
    context.strokeStyle = color
    context.lineWidth = width
    context.beginPath()
    context.moveTo(from + beside, 0)
    context.lineTo(edge * 0.55 + beside, edge * (0.35 + 0.1 * place))
    context.lineTo(edge * (0.9 - 0.25 * place) + beside, edge)
    context.stroke()
  }
}
