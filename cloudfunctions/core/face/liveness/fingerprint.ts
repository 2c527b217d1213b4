import type { Pixels } from '../pixels'
import { luminance } from './skin-chip'

/** Cells that a picture is divided into, each way. */
const CELLS = 32
/** Waves, each way, whose signs are kept: coarse ones, which no compression changes. */
const WAVES = 16

/**
 * What stays of a picture when it is encoded anew, made smaller, brighter or a little softer: the signs of its coarsest
 * waves (discrete cosine transform), but for the mean. Neither a face nor anything else can be drawn from it.
 *
 * @returns 255 signs in 32 bytes, base64url; to be compared by {@link differences}
 */
export function fingerprint(picture: Pixels): string {
  const cells = cellMeans(picture)
  const bits = Buffer.alloc((WAVES * WAVES) / 8)
  for (let wave = 1; wave < WAVES * WAVES; wave++) {
    const [across, down] = [wave % WAVES, Math.floor(wave / WAVES)]
    let sum = 0
    for (let y = 0; y < CELLS; y++) {
      for (let x = 0; x < CELLS; x++)
        sum += (cells[y * CELLS + x] as number) * cosine(across, x) * cosine(down, y)
    }
    if (sum > 0) bits[wave >> 3] = (bits[wave >> 3] as number) | (1 << (wave & 7))
  }
  return bits.toString('base64url')
}

/** In how many of their 255 signs two fingerprints differ. */
export function differences(a: string, b: string): number {
  const [p, q] = [Buffer.from(a, 'base64url'), Buffer.from(b, 'base64url')]
  if (p.length !== q.length) throw new RangeError('These are not both fingerprints.')
  return p.reduce((sum, byte, index) => sum + ones(byte ^ (q[index] as number)), 0)
}

const cosine = (wave: number, at: number) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * CELLS))

function ones(byte: number): number {
  return (byte & 255).toString(2).replaceAll('0', '').length
}

/** Mean luminance of each cell of a grid over the whole picture. */
function cellMeans(picture: Pixels): Float64Array {
  const { width, height } = picture
  const grey = luminance(picture)
  const sums = new Float64Array(CELLS * CELLS)
  const counts = new Float64Array(CELLS * CELLS)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * CELLS) / height) * CELLS
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * CELLS) / width)
      sums[cell] = (sums[cell] as number) + (grey[y * width + x] as number)
      counts[cell] = (counts[cell] as number) + 1
    }
  }
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell] as number))
}
