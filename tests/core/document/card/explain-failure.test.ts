import { explainFailure } from '@nansha/core/document/card/explain-failure'
import { expect, test } from 'vitest'

const FINE = {
  brightness: 140,
  burntOut: 0.01,
  sharpness: 40,
  lines: 12,
  printHeight: 30,
  touchesEdge: false,
}

test.each([
  ['CARD_TOO_DARK', { brightness: 30 }, 0],
  ['CARD_CUT_OFF', { touchesEdge: true }, 3],
  ['CARD_TOO_FAR', { printHeight: 10 }, 3],
  ['CARD_GLARE', { burntOut: 0.2 }, 3],
  ['CARD_BLURRED', { sharpness: 5 }, 0],
  ['CARD_BLURRED', { sharpness: 5, burntOut: 0.2 }, 3],
  ['CARD_BLURRED', {}, 3],
  ['CARD_NOT_FOUND', {}, 0],
  ['CARD_NOT_FOUND', { touchesEdge: true }, 0],
  ['CARD_NOT_FOUND', { sharpness: 5, lines: 1 }, 0],
])('explainFailure advises %s', (code, fault, captions) => {
  expect(explainFailure({ ...FINE, ...fault }, captions)).toBe(code)
})
