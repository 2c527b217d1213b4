import { drawQr } from '@nansha/kit/ui/QrCode/draw-qr'
import { expect, test } from 'vitest'
import { readQr } from '#support/read-qr'
import { createPaintedCanvas } from '../../../support/painted-canvas'

/** Draws on a canvas of `size` pixels each way. */
function render(text: string, size: number, correction?: 'L' | 'M'): ImageData {
  const { context, image } = createPaintedCanvas(size)
  drawQr(context, size, text, correction)
  return image
}

// 90 bytes of a ticket make about 135 characters of base45.
test.each([
  ['a short text', 'NSID1:ABC', 480],
  ['a ticket', `NS1:${'6BFOXN*TS0BI$ZD4N9'.repeat(8)}`.slice(0, 140), 960],
  ['a ticket on a small canvas', `NS1:${'6BFOXN*TS0BI$ZD4N9'.repeat(8)}`.slice(0, 140), 200],
])('a drawn QR code of %s is read back by a decoder', async (_name, text, size) => {
  expect(await readQr(render(text, size))).toBe(text)
})

test('the QR of a ticket is at most version 6 and keeps a quiet zone of 4 modules', () => {
  const text = `NS1:${'6BFOXN*TS0BI$ZD4N9'.repeat(8)}`.slice(0, 139)
  const size = 960
  const image = render(text, size)
  const module = Math.floor(size / (41 + 8))
  const margin = Math.floor((size - module * 41) / 2)
  const dark = (x: number, y: number) => image.data[(y * size + x) * 4] === 0
  expect(dark(margin, margin)).toBe(true)
  expect(dark(margin - 1, margin)).toBe(false)
  expect(margin).toBeGreaterThanOrEqual(4 * module)
})

test('two long QR codes drawn in turn are read back each time, at the lowest correction', async () => {
  const frames = ['NP1:', 'NF1:'].map((prefix) => prefix + '6BFOXN*TS0BI$ZD4N9'.repeat(37))
  for (let turn = 0; turn < 6; turn++) {
    const text = frames[turn % 2] as string
    expect(await readQr(render(text, 960, 'L'))).toBe(text)
  }
})
