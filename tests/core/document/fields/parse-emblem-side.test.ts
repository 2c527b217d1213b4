import type { CardLine } from '@nansha/core/document/card/card-line'
import { parseEmblemSide } from '@nansha/core/document/fields/parse-emblem-side'
import { expect, test } from 'vitest'
import { cardLine } from '#support/card-lines'

const parse = (lines: readonly CardLine[]) => parseEmblemSide(lines, 'resident-id-card')
const AUTHORITY = cardLine('签发机关广州市公安局', 0.25, 0.77)

test.each([
  ['2016.05.20-2036.05.20', '2016-05-20', '2036-05-20'],
  ['2012.03.15-长期', '2012-03-15', 'long-term'],
  ['20160520-20360520', '2016-05-20', '2036-05-20'],
])('parseEmblemSide reads %s', (printed, from, until) => {
  const reading = parse([AUTHORITY, cardLine(`有效期限${printed}`, 0.25, 0.885)])
  expect(reading.authority?.value).toBe('广州市公安局')
  expect(reading.validFrom?.value).toBe(from)
  expect(reading.validUntil?.value).toBe(until)
})

test.each(['2016.05.20', '2016.05.20-2036.05', '2016.05.20-2036.05.2O'])(
  'parseEmblemSide does not guess at %s',
  (printed) => {
    const reading = parse([AUTHORITY, cardLine(`有效期限${printed}`, 0.25, 0.885)])
    expect(reading.validFrom).toBeUndefined()
    expect(reading.validUntil).toBeUndefined()
  },
)

test('parseEmblemSide takes only a bureau for an authority', () => {
  expect(parse([cardLine('签发机关广州市', 0.25, 0.77)]).authority).toBeUndefined()
})
