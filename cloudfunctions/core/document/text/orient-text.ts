import { distance, type Point } from '@nansha/shared/geometry/projection'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import type { Photo } from './photo'
import { recogniseText, type TextLine, textOf } from './recognise-text'
import type { Recogniser } from './run-recogniser'
import { boxHeight, boxWidth, quarterTurned, type TextBox, turned } from './text-box'

/** Lines that are read both ways to learn which way is up. */
const PROBES = 4

/**
 * Turns all boxes so that they begin where their text begins. The longest lines are read both ways: one that ends in
 * a valid resident number settles it, otherwise the way in which the net is surer of more characters wins.
 *
 * @param boxes in any of the four directions
 */
export async function orientText(
  recogniser: Recogniser,
  photo: Photo,
  boxes: readonly TextBox[],
): Promise<TextBox[]> {
  const alike = alignDirections(boxes)
  const probes = [...alike].sort((a, b) => boxWidth(b) - boxWidth(a)).slice(0, PROBES)
  let balance = 0
  for (const probe of probes) {
    const [upright, upsideDown] = await recogniseText(recogniser, photo, [probe, turned(probe)])
    if (!upright || !upsideDown) continue
    if (endsInNumber(upright)) return alike
    if (endsInNumber(upsideDown)) return alike.map(turned)
    balance += certainty(upright) - certainty(upsideDown)
  }
  return balance >= 0 ? alike : alike.map(turned)
}

const endsInNumber = (line: TextLine): boolean => parseResidentNumber(textOf(line).slice(-18)).ok

const certainty = ({ glyphs }: TextLine): number =>
  glyphs.reduce((sum, { probability }) => sum + probability - 0.5, 0)

/** Makes every box run the way of the longest line: a single character is square and tells no direction. */
function alignDirections(boxes: readonly TextBox[]): TextBox[] {
  const longest = boxes.reduce<TextBox | undefined>(
    (a, b) => (a && boxWidth(a) >= boxWidth(b) ? a : b),
    undefined,
  )
  return longest ? alignWith(direction(longest), boxes) : []
}

/** Begins every box at the corner from which its text runs most nearly in the direction given. */
export function alignWith(way: Point, boxes: readonly TextBox[]): TextBox[] {
  const along = (box: TextBox) => direction(box)[0] * way[0] + direction(box)[1] * way[1]
  return boxes.flatMap((box) => {
    const quarter = quarterTurned(box)
    const best = [box, quarter, turned(box), turned(quarter)].reduce((a, b) => (along(a) >= along(b) ? a : b))
    // A long box across the lines of print is none of them.
    return boxHeight(best) > 2 * boxWidth(best) ? [] : [best]
  })
}

/** Unit vector along the text. */
function direction({ quad: [a, b] }: TextBox): Point {
  const length = distance(a, b) || 1
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}
