import { CAPTIONS, NUMBER_ENDS } from '@nansha/core/document/card/card-layout'
import type { Anchor } from '@nansha/core/document/card/choose-anchors'
import { fitCard, type Level } from '@nansha/core/document/card/fit-card'
import { type Point, project } from '@nansha/shared/geometry/projection'
import { expect, test } from 'vitest'
import { whereOnPhoto } from '#support/card-photos'

const SHOT = { roll: 97, tilt: 14, swing: -12, width: 960, height: 1280, fill: 0.7 }
const toPhoto = whereOnPhoto(SHOT)
const seen = (card: Point): Anchor => ({ card, photo: project(toPhoto, card) })
const anchors = [...CAPTIONS.portrait.map(({ middle }) => seen(middle)), ...NUMBER_ENDS.portrait.map(seen)]
const levels: Level[] = [0.14, 0.375, 0.578].map((y) => [
  project(toPhoto, [0.18, y]),
  project(toPhoto, [0.55, y]),
])
const CORNERS: Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

function worstCorner(known: readonly Anchor[]): number {
  const toCard = fitCard(known, levels)
  if (!toCard) throw new Error('no fit')
  return Math.max(
    ...CORNERS.map((corner) => {
      const [x, y] = project(toCard, project(toPhoto, corner))
      return Math.hypot(x - corner[0], y - corner[1])
    }),
  )
}

test('fitCard finds the corners of a turned and tilted card from its captions alone', () => {
  expect(worstCorner(anchors)).toBeLessThan(0.03)
})

test('fitCard leaves out an anchor that was misread', () => {
  const misread = { ...seen([0.1, 0.26]), card: [0.32, 0.5] as const }
  expect(worstCorner([...anchors, misread])).toBeLessThan(0.03)
})

test('fitCard does not guess from three anchors', () => {
  expect(fitCard(anchors.slice(0, 3), levels)).toBeUndefined()
})

test('fitCard does not fit anchors that hold no card', () => {
  const scattered = anchors.map((anchor, i) => ({
    ...anchor,
    photo: [(i * 389) % 960, (i * 701) % 1280] as const,
  }))
  expect(fitCard(scattered, [])).toBeUndefined()
})
