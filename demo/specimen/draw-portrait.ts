import { createCanvas } from '@napi-rs/canvas'
import { between, type Random } from './seeded-random'

/** A drawn stand-in for a face, for tests of reading alone: no detector is expected to find it. JPEG, 520 × 640. */
export async function drawPlaceholderPortrait(random: Random): Promise<Buffer> {
  const canvas = createCanvas(520, 640)
  const context = canvas.getContext('2d')
  const disc = (x: number, y: number, rx: number, ry: number, ink: string) => {
    context.fillStyle = ink
    context.beginPath()
    context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI)
    context.fill()
  }
  context.fillStyle = '#f4f4f2'
  context.fillRect(0, 0, 520, 640)
  disc(260, 690, 240, 190, `hsl(${between(random, 0, 360)} 25% 40%)`)
  disc(260, 270, between(random, 135, 160), 190, '#2a2422')
  disc(
    260,
    310,
    between(random, 110, 130),
    165,
    `hsl(25 ${between(random, 30, 45)}% ${between(random, 62, 78)}%)`,
  )
  for (const x of [212, 308]) disc(x, 295, 17, 8, '#1b1b1b')
  disc(260, 400, between(random, 30, 44), 9, '#a5564e')
  return canvas.encode('jpeg', 92)
}
