import { checkTiming } from '@nansha/core/face/liveness/timing'
import { expect, it } from 'vitest'
import { challengeOf } from '../../../support/capture'

const challenge = challengeOf('turn-left', 'open-mouth', 'close-eyes')
const capture = [
  { step: 0, at: 900 },
  { step: 0, at: 1200 },
  { step: 1, at: 2600 },
  { step: 2, at: 4000 },
  { step: 2, at: 4300 },
  { step: 3, at: 6000 },
]
const changed = (index: number, change: { step?: number; at?: number }) =>
  capture.map((frame, at) => (at === index ? { ...frame, ...change } : frame))

it('takes an honest pace', () => {
  expect(() => checkTiming(challenge, capture)).not.toThrow()
})

it.each([
  ['a step without a frame', capture.filter(({ step }) => step !== 2), 2],
  ['no frames at all', [], 0],
  ['a step that was not asked for', [...capture, { step: 4, at: 8000 }], 4],
  ['steps in another order', [...capture].reverse(), 2],
  ['a frame before the one it follows', changed(3, { at: 2000 }), 2],
  ['one exposure sent as two', changed(1, { at: 920 }), 0],
  ['actions faster than a person', changed(2, { at: 1300 }), 1],
  ['a capture of more than a minute', changed(5, { at: 60_001 }), 3],
  ['a time that is not a number', changed(5, { at: Number.NaN }), 3],
])('refuses %s', (_, frames, step) => {
  expect(() => checkTiming(challenge, frames)).toThrow(
    expect.objectContaining({ code: 'LIVENESS_TIMING', details: { step } }),
  )
})
