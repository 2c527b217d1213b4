import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { detectText } from '@nansha/core/document/text/detect-text'
import { openReader } from '@nansha/core/document/text/open-reader'
import { recogniseText, textOf } from '@nansha/core/document/text/recognise-text'
import { loadNative, loadWasm } from '@nansha/core/onnx/open-model'
import { expect, test } from 'vitest'
import { photoOfCard, specimen } from '#support/card-photos'
import { openLocalReader } from '#support/open-local-reader'

test('the reader reads the same on WebAssembly as on the native runtime', async () => {
  const photo = await decodePhoto(await photoOfCard('li-wanqing'))
  const texts: string[][] = []
  for (const [runtime, load] of [
    ['native', loadNative],
    ['wasm', loadWasm],
  ] as const) {
    const { detector, recogniser } = await openLocalReader(load)
    expect([detector.runtime, recogniser.model.runtime]).toEqual([runtime, runtime])
    const boxes = await detectText(detector, photo, 640)
    texts.push((await recogniseText(recogniser, photo, boxes.slice(0, 3))).map(textOf))
  }
  expect(texts[1]).toEqual(texts[0])
  expect(texts[1]?.join(' ')).toContain(specimen('li-wanqing').number)
})

test('the reader does not load a model other than the expected one', async () => {
  const nowhere = { mjs: '', wasm: '' }
  await expect(openReader(async () => new Uint8Array(8), nowhere)).rejects.toThrow('not the file')
})
