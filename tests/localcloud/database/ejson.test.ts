import { parseEjson, stringifyEjson } from '@nansha/localcloud/database/ejson'
import { PlatformError } from '@nansha/localcloud/platform-error'
import { EJSON, ObjectId } from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyValue } from './values'

const now = new Date('2026-11-23T10:00:00Z')

describe('EJSON', () => {
  it('brings every value back', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(parseEjson(stringifyEjson(value), now)).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  it('writes what bson, the library inside the SDK, writes and reads', () => {
    const document = {
      int: 1,
      long: 2 ** 40,
      double: 1.5,
      date: new Date(1.7e12),
      early: new Date(-1),
      text: '名字',
      list: [null, true, { a: 1 }],
      id: new ObjectId('5f0000000000000000000001'),
    }
    const text = EJSON.stringify(document, { relaxed: false })
    expect(JSON.parse(stringifyEjson(parseEjson(text, now)))).toEqual(JSON.parse(text))
    expect(EJSON.parse(stringifyEjson(parseEjson(text, now)))).toEqual(document)
  })

  it('keeps whole numbers that a double cannot hold, and regular expressions as they were written', () => {
    for (const text of [
      '{"$numberLong":"9007199254740993"}',
      '{"$regularExpression":{"pattern":"(/","options":"x"}}',
    ])
      expect(stringifyEjson(parseEjson(text, now))).toBe(text)
  })

  it('reads relaxed numbers and dates', () => {
    expect(parseEjson('{"a":1,"b":{"$date":"2026-11-23T10:00:00Z"}}', now)).toEqual({ a: 1, b: now })
  })

  it('turns server dates into the time of the request', () => {
    const text = '{"$tcb_server_date":{"offset":{"$numberInt":"-1000"}}}'
    expect(parseEjson(text, now)).toEqual(new Date(now.getTime() - 1000))
  })

  it('replaces half characters, which BSON cannot hold', () => {
    expect(parseEjson('"a\\ud800b"', now)).toBe('a\uFFFDb')
  })

  it.each([
    ['', 'not EJSON'],
    ['{', 'not EJSON'],
    ['{"$numberInt":"x"}', 'number'],
    ['{"$numberInt":5}', 'number'],
    ['{"$date":"never"}', 'date'],
    ['{"$date":{"$numberLong":"x"}}', 'date'],
    ['{"$numberLong":"9223372036854775808"}', '64 bits'],
    ['{"$numberLong":"1.5"}', 'number'],
    ['{"$numberDecimal":"1.5"}', '$numberDecimal'],
    ['{"$timestamp":{"t":1,"i":1}}', '$timestamp'],
    ['{"$regularExpression":null}', 'malformed'],
    ['{"$tcb_server_date":{"offset":"x"}}', 'offset'],
    ['{"__proto__":{"a":1}}', '__proto__'],
    [`${'['.repeat(102)}${']'.repeat(102)}`, '100 levels'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseEjson(text, now)).toThrow(PlatformError)
    expect(() => parseEjson(text, now)).toThrow(reason)
  })
})
