import { chooseText } from '@nansha/core/document/text/choose-text'
import { recogniseText, textOf } from '@nansha/core/document/text/recognise-text'
import { createRecogniser } from '@nansha/core/document/text/run-recogniser'
import type { OnnxModel } from '@nansha/core/onnx/open-model'
import { expect, test } from 'vitest'

const DICTIONARY = '1\n１\nO\n彝\n傣'
/** blank, 1, １, O, 彝, 傣, space */
const CLASSES = 7
const PHOTO = { width: 96, height: 48, data: new Uint8Array(96 * 48 * 3) }
const BOX = { quad: [[0, 0] as const, [96, 0] as const, [96, 48] as const, [0, 48] as const] as const }

/** A net that gives these probabilities, one row a step; what is not named goes to the blank. */
function netThatSays(...steps: readonly Readonly<Record<number, number>>[]) {
  const rows = steps.map((step) => {
    const named = Object.values(step).reduce((sum, share) => sum + share, 0)
    return Array.from({ length: CLASSES }, (_, k) => (k === 0 ? 1 - named : (step[k] ?? 0)))
  })
  const model: OnnxModel = {
    runtime: 'native',
    run: async () => ({ values: Float32Array.from(rows.flat()), dims: [1, rows.length, CLASSES] }),
  }
  return createRecogniser(model, DICTIONARY)
}

test('recogniseText joins repeats, drops blanks, keeps a character that stands twice', async () => {
  const net = netThatSays({ 4: 0.9 }, { 4: 0.95 }, {}, { 4: 0.8 }, {})
  const [line] = await recogniseText(net, PHOTO, [BOX])
  expect(line?.glyphs.map(({ character }) => character)).toEqual(['彝', '彝'])
  expect(line?.glyphs[0]?.probability).toBeCloseTo(0.95, 5)
  expect(line?.glyphs[1]?.at).toBeCloseTo(0.7, 5)
})

test('recogniseText takes a full-width digit and its plain form for one', async () => {
  const [line] = await recogniseText(netThatSays({ 1: 0.45, 2: 0.5 }), PHOTO, [BOX])
  expect(line?.glyphs).toHaveLength(1)
  expect(line?.glyphs[0]?.character).toBe('1')
  expect(line?.glyphs[0]?.probability).toBeCloseTo(0.95, 5)
})

test('recogniseText reads nothing but the alphabet given', async () => {
  const net = netThatSays({ 3: 0.7, 1: 0.29 })
  expect((await recogniseText(net, PHOTO, [BOX])).map(textOf)).toEqual(['O'])
  expect((await recogniseText(net, PHOTO, [BOX], '01')).map(textOf)).toEqual(['1'])
})

test('chooseText chooses among texts one that greedy reading would drop', async () => {
  const net = netThatSays({}, { 4: 0.2 }, {})
  expect((await recogniseText(net, PHOTO, [BOX])).map(textOf)).toEqual([''])
  const choice = await chooseText(net, PHOTO, BOX, ['彝', '傣'])
  expect(choice.text).toBe('彝')
  expect(choice.share).toBe(1)
  expect(choice.perCharacter).toBeCloseTo(0.2, 5)
})

test('chooseText makes no choice between equals', async () => {
  const choice = await chooseText(netThatSays({ 4: 0.3, 5: 0.3 }), PHOTO, BOX, ['彝', '傣'])
  expect(choice.share).toBeCloseTo(0.5, 5)
})

test('recogniseText refuses a net that does not fit its dictionary', async () => {
  const model: OnnxModel = {
    runtime: 'native',
    run: async () => ({ values: new Float32Array(6), dims: [1, 1, 6] }),
  }
  await expect(recogniseText(createRecogniser(model, DICTIONARY), PHOTO, [BOX])).rejects.toThrow('6 classes')
})
