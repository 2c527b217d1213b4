import type { SeenFace, Sight } from '@nansha/kit/camera/sight'
import { describe, expect, test } from 'vitest'
import { type Advice, adviseFace, type Request } from '#citizen/enrol/advise-face'
import { ADVICE_TEXTS } from '#citizen/enrol/parts/film-texts'

const OPEN_EYES = [40, 90, 200, 90, 40, 60]
const REST: SeenFace = {
  x: 0.5,
  y: 0.5,
  height: 0.4,
  turn: { by: 0.1, to: 'right' },
  mouth: 0.05,
  eyes: OPEN_EYES,
}
const sightOf = (face: Partial<SeenFace> = {}): Sight => ({ light: 120, faces: [{ ...REST, ...face }] })

describe('adviseFace', () => {
  test.each<[Advice, Sight]>([
    ['unseen', {}],
    ['unseen', { light: 120 }],
    ['darkness', { light: 20 }],
    ['darkness', { light: 20, faces: [REST] }],
    ['nobody', { light: 120, faces: [] }],
    ['crowd', { light: 120, faces: [REST, REST] }],
    ['closer', sightOf({ height: 0.15 })],
    ['further', sightOf({ height: 0.8 })],
    ['centre', sightOf({ x: 0.8 })],
    ['centre', sightOf({ y: 0.2 })],
    ['act', sightOf({ turn: { by: 0.5, to: 'left' } })],
    ['right', sightOf()],
  ])('says %s before anything is asked', (advice, sight) => {
    expect(adviseFace('look-straight', sight, undefined)).toBe(advice)
  })

  test.each<Sight>([{}, { light: 0 }, { light: 120 }, { light: 255 }])(
    'says to a mini-program, which sees no faces, only what was recorded for it: %j',
    (sight) => {
      for (const request of ['look-straight', 'turn-left', 'turn-right', 'open-mouth', 'close-eyes'] as const)
        expect(ADVICE_TEXTS[adviseFace(request, sight, undefined)]).toHaveProperty(
          'recording',
          expect.any(String),
        )
    },
  )

  test.each<[Request, Partial<SeenFace>]>([
    ['turn-left', { turn: { by: 0.2, to: 'left' } }],
    ['turn-right', { turn: { by: 0.4, to: 'right' } }],
    ['open-mouth', { mouth: 0.3 }],
    ['close-eyes', { eyes: [90, 60, 50, 60, 90, 80] }],
  ])('sees %s, and nothing else in its place', (request, doing) => {
    expect(adviseFace(request, sightOf(doing), REST)).toBe('right')
    expect(adviseFace(request, sightOf(), REST)).toBe('act')
    const others = (['turn-left', 'turn-right', 'open-mouth', 'close-eyes'] as const).filter(
      (other) => other !== request,
    )
    for (const other of others) expect(adviseFace(other, sightOf(doing), REST), other).toBe('act')
  })

  test.each<[Request, Partial<SeenFace>]>([
    ['turn-left', { turn: { by: 0.5, to: 'left' }, mouth: 0.3 }],
    ['open-mouth', { turn: { by: 0.5, to: 'right' }, mouth: 0.3 }],
    ['open-mouth', { mouth: 0.3, eyes: [90, 60, 50, 60, 90, 80] }],
    ['close-eyes', { mouth: 0.3, eyes: [90, 60, 50, 60, 90, 80] }],
  ])('wants nothing besides %s', (request, doing) => {
    expect(adviseFace(request, sightOf(doing), REST)).toBe('only')
  })

  test('takes a turn to any side where the phone does not know which, and what it cannot measure for done', () => {
    const face = { x: 0.5, y: 0.5, height: 0.4 }
    const rest = { ...face, turn: { by: 0.05 } }
    const turned: Sight = { light: 120, faces: [{ ...face, turn: { by: 0.4 } }] }
    expect(adviseFace('turn-left', turned, rest)).toBe('right')
    expect(adviseFace('turn-right', turned, rest)).toBe('right')
    expect(adviseFace('turn-right', { light: 120, faces: [rest] }, rest)).toBe('act')
    expect(adviseFace('open-mouth', { light: 120, faces: [rest] }, rest)).toBe('right')
    expect(adviseFace('close-eyes', { light: 120, faces: [rest] }, rest)).toBe('right')
  })
})
