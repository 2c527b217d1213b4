import { distance } from '@nansha/shared/geometry/projection'
import type { Photo } from '../text/photo'
import type { TextLine } from '../text/recognise-text'

/** What can be told of a photo before its print is understood. */
export interface PhotoQuality {
  /** mean grey level, 0…255 */
  readonly brightness: number
  /** share of pixels where all channels are at their end, in patches: a lamp's reflection */
  readonly burntOut: number
  /** 98th percentile of the grey levels' second difference: high where there are crisp edges */
  readonly sharpness: number
  /** lines of print found, whether or not they can be read */
  readonly lines: number
  /** median height of the lines found, in photo pixels */
  readonly printHeight: number
  /** a line of print begins or ends at the photo's edge */
  readonly touchesEdge: boolean
}

const BURNT = 250
/** How near to the edge is at the edge, share of the photo's longer side. */
const EDGE = 0.012

export function assessPhoto(photo: Photo, lines: readonly TextLine[]): PhotoQuality {
  const { brightness, burntOut, sharpness } = assessPixels(photo)
  const heights = lines.map(({ quad }) => distance(quad[0], quad[3])).sort((a, b) => a - b)
  return {
    brightness,
    burntOut,
    sharpness,
    lines: lines.length,
    printHeight: heights[Math.floor(heights.length / 2)] ?? 0,
    touchesEdge: lines.some((line) => atEdge(photo, line)),
  }
}

function assessPixels({ width, height, data }: Photo) {
  const grey = (i: number) => ((data[i * 3] ?? 0) + 2 * (data[i * 3 + 1] ?? 0) + (data[i * 3 + 2] ?? 0)) / 4
  const edges = new Uint32Array(511)
  let [sum, burnt, seen] = [0, 0, 0]
  for (let y = 2; y < height - 2; y += 2) {
    for (let x = 2; x < width - 2; x += 2) {
      const i = y * width + x
      const level = grey(i)
      sum += level
      if (level > BURNT && grey(i + 2) > BURNT && grey(i + 2 * width) > BURNT) burnt++
      const bend = Math.abs(2 * level - grey(i - 2) - grey(i + 2))
      const bin = Math.min(510, Math.round(bend))
      edges[bin] = (edges[bin] ?? 0) + 1
      seen++
    }
  }
  return { brightness: sum / seen, burntOut: burnt / seen, sharpness: percentile(edges, 0.98 * seen) }
}

function percentile(counts: Uint32Array, rank: number): number {
  let below = 0
  return counts.findIndex((count) => {
    below += count
    return below >= rank
  })
}

function atEdge({ width, height }: Photo, { quad, glyphs }: TextLine): boolean {
  const margin = EDGE * Math.max(width, height)
  return (
    glyphs.length > 0 &&
    quad.some(([x, y]) => x < margin || y < margin || x > width - margin || y > height - margin)
  )
}
