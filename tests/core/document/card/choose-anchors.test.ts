import { CAPTIONS, NUMBER_ENDS } from '@nansha/core/document/card/card-layout'
import type { Anchor } from '@nansha/core/document/card/choose-anchors'
import { chooseAnchors } from '@nansha/core/document/card/choose-anchors'
import { type Point, project } from '@nansha/shared/geometry/projection'
import { describe, expect, test } from 'vitest'
import { whereOnPhoto } from '#support/card-photos'

const SHOTS = {
  plain: {},
  'turned and tilted': { roll: 97, tilt: 20, swing: -15, width: 960, height: 1280, fill: 0.7 },
  'upside down': { roll: 184, tilt: -22, swing: 18, fill: 0.6 },
}

describe.each(Object.entries(SHOTS))('on a photo that is %s, chooseAnchors', (_, shot) => {
  const toPhoto = whereOnPhoto(shot)
  const seen = (card: Point): Anchor => ({ card, photo: project(toPhoto, card) })
  const captions = CAPTIONS.portrait.map(({ middle }) => seen(middle))
  const ends = NUMBER_ENDS.portrait.map(seen)
  const photosOf = (anchors: readonly Anchor[]) => anchors.map(({ photo }) => photo).sort()
  /** The same text again, somewhere in the address. */
  const decoy = (anchor: Anchor, place: Point): Anchor => ({ ...anchor, photo: project(toPhoto, place) })

  test('keeps every caption that was met once', () => {
    expect(chooseAnchors([...captions, ...ends])).toEqual([...captions, ...ends])
  })

  test.each([
    [[2], [[0.2, 0.495]]],
    [
      [2, 3],
      [
        [0.2, 0.495],
        [0.4, 0.495],
      ],
    ],
    [
      [0, 1, 2, 3, 4, 5],
      [
        [0.2, 0.495],
        [0.3, 0.495],
        [0.4, 0.495],
        [0.2, 0.578],
        [0.3, 0.578],
        [0.45, 0.578],
      ],
    ],
    [
      [2, 2, 2],
      [
        [0.2, 0.495],
        [0.35, 0.495],
        [0.2, 0.578],
      ],
    ],
  ] as [number[], Point[]][])(
    'keeps the captions of %j whose words stand in the address too',
    (which, places) => {
      const decoys = which.map((index, i) =>
        decoy(captions[index] ?? expect.unreachable(), places[i] ?? [0, 0]),
      )
      for (const met of [
        [...captions, ...ends, ...decoys],
        [...decoys, ...ends, ...captions],
      ]) {
        expect(photosOf(chooseAnchors(met))).toEqual(photosOf([...captions, ...ends]))
      }
    },
  )

  test('decides by the captions without the number', () => {
    const decoys = [captions[2], captions[3]].map((one) => decoy(one ?? expect.unreachable(), [0.3, 0.578]))
    expect(photosOf(chooseAnchors([...decoys, ...captions]))).toEqual(photosOf(captions))
  })
})
