import { invertProjection, type Point, project } from '@nansha/shared/geometry/projection'
import type { CardLine } from '../card/card-line'
import type { StraightCard } from '../card/straighten-card'
import type { Photo } from '../text/photo'
import { recogniseText, textOf } from '../text/recognise-text'
import type { Recogniser } from '../text/run-recogniser'
import type { AddressRows } from './parse-address'

/** Characters that a last row overlooked by the detector may hold; a longer one is not overlooked. */
const CHARACTERS = 3
/** Share of a character's square that is ink at the least: the stroke of a 1 covers twice that. */
const INK_SHARE = 0.04

/**
 * Looks below the last row of the address that was read: the detector passes over a lone digit.
 *
 * @param lines all that was read on the straightened card
 * @returns what stands there, `''` when there is ink that cannot be read, undefined when there is none
 */
export async function readLastRow(
  recogniser: Recogniser,
  { photo, toCard }: StraightCard,
  lines: readonly CardLine[],
  { left, bottom, pitch, advance, floor }: AddressRows,
): Promise<string | undefined> {
  const y = bottom + pitch
  if (y > floor || lines.some((line) => Math.abs(line.left[1] - y) < pitch / 2)) return undefined
  const toPhoto = invertProjection(toCard)
  const area = (middle: number) =>
    ({
      from: project(toPhoto, [left - advance, middle - pitch / 2]),
      to: project(toPhoto, [left + (CHARACTERS - 0.5) * advance, middle + pitch / 2]),
    }) as const
  const ink = inkIn(photo, area(y), halfway(photo, area(bottom)))
  const [em] = project(toPhoto, [advance, 0])
  const [zero] = project(toPhoto, [0, 0])
  if (ink.count < INK_SHARE * (em - zero) ** 2) return undefined
  const [top, under] = [area(y).from[1], area(y).to[1]]
  const [x0, x1] = [ink.from - 0.4 * (em - zero), ink.to + 0.4 * (em - zero)]
  const quad = [[x0, top] as Point, [x1, top] as Point, [x1, under] as Point, [x0, under] as Point] as const
  const [line] = await recogniseText(recogniser, photo, [{ quad }])
  return line ? textOf(line) : ''
}

interface Area {
  readonly from: Point
  readonly to: Point
}

/** The grey level halfway between the paper and the print of an area with print. */
function halfway(photo: Photo, area: Area): number {
  const levels: number[] = []
  eachPixel(photo, area, (_, level) => levels.push(level))
  const sorted = levels.sort((a, b) => a - b)
  const rank = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return (rank(0.6) + rank(0.02)) / 2
}

/** How many pixels are darker than a level, and between which columns. */
function inkIn(photo: Photo, area: Area, level: number) {
  const ink = { count: 0, from: area.to[0], to: area.from[0] }
  eachPixel(photo, area, (x, grey) => {
    if (grey >= level) return
    ink.count++
    ink.from = Math.min(ink.from, x)
    ink.to = Math.max(ink.to, x)
  })
  return ink
}

function eachPixel(
  { width, height, data }: Photo,
  { from, to }: Area,
  use: (x: number, grey: number) => void,
) {
  for (let y = Math.max(0, Math.round(from[1])); y < Math.min(height, to[1]); y++) {
    for (let x = Math.max(0, Math.round(from[0])); x < Math.min(width, to[0]); x++) {
      use(x, data[(y * width + x) * 3 + 1] ?? 0)
    }
  }
}
