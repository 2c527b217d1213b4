import { createRequire } from 'node:module'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'

/** ISO/IEC 7810 ID-1 (85.60 × 53.98 mm) at 380 dpi. */
export const CARD_WIDTH = 1280
export const CARD_HEIGHT = 807

export const CARD_FONT = 'Nansha Specimen Sans'

export interface CardSurface {
  canvas: Canvas
  context: SKRSContext2D
  /** Writes `text` from `x` at the vertical middle `y`; both are shares of the card's width and height. */
  write(text: string, x: number, y: number, size: number, options?: { ink?: string; spacing?: number }): void
}

/** A blank card with the pale wavy ground of a resident ID card and nothing printed on it. */
export function blankCard(): CardSurface {
  registerFont()
  const canvas = createCanvas(CARD_WIDTH, CARD_HEIGHT)
  const context = canvas.getContext('2d')
  const ground = context.createLinearGradient(0, 0, CARD_WIDTH, CARD_HEIGHT)
  ground.addColorStop(0, '#dfeef4')
  ground.addColorStop(0.5, '#f1f0ea')
  ground.addColorStop(1, '#e3e9f5')
  context.fillStyle = ground
  context.beginPath()
  context.roundRect(0, 0, CARD_WIDTH, CARD_HEIGHT, 46)
  context.fill()
  context.clip()
  drawWaves(context)
  return {
    canvas,
    context,
    write(text, x, y, size, { ink = '#20242a', spacing = 0 } = {}) {
      context.font = `500 ${size * CARD_HEIGHT}px "${CARD_FONT}"`
      context.letterSpacing = `${spacing * CARD_HEIGHT}px`
      context.textBaseline = 'middle'
      context.fillStyle = ink
      context.fillText(text, x * CARD_WIDTH, y * CARD_HEIGHT)
    },
  }
}

/** Says on the card itself that it is no document, where no field is printed. */
export function stampSpecimen(surface: CardSurface, x: number, y: number): void {
  surface.write('样本 SPECIMEN', x, y, 0.052, { ink: '#c23b2e' })
}

function drawWaves(context: SKRSContext2D): void {
  context.lineWidth = 1
  for (let row = -20; row < CARD_HEIGHT + 20; row += 9) {
    context.strokeStyle = row % 2 === 0 ? 'rgba(96,150,180,0.22)' : 'rgba(190,150,170,0.20)'
    context.beginPath()
    for (let x = 0; x <= CARD_WIDTH; x += 8) {
      const y = row + 10 * Math.sin(x / 70 + row / 40)
      if (x === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    context.stroke()
  }
}

function registerFont(): void {
  if (GlobalFonts.has(CARD_FONT)) return
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  )
  GlobalFonts.registerFromPath(file, CARD_FONT)
}
