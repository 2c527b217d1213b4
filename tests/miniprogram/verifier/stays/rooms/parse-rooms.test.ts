import { expect, it } from 'vitest'
import { parseRooms } from '#verifier/stays/rooms/parse-rooms'

it('a list of rooms may have ranges, letters, and Chinese commas, and names each room once', () => {
  expect(parseRooms('101-103，A1、 a1\n总统; 0908–0909')).toEqual([
    '101',
    '102',
    '103',
    'A1',
    '总统',
    '0908',
    '0909',
  ])
  expect(parseRooms('A-1')).toEqual(['A-1'])
  expect(parseRooms(' ')).toEqual([])
})

it.each(['103-101', '1-9999', '101 房间/套', '1234567890123', '-', '1-2001'])(
  '%s is no list of rooms',
  (text) => {
    expect(parseRooms(text)).toBeUndefined()
  },
)
