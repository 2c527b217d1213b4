import { parseJson, parseJsonObject } from '@nansha/shared/encoding/parse-json'
import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseJson', () => {
  it('reads any JSON that is not too deep', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        if (text.includes('__proto__')) return
        expect(parseJson(encodeUtf8(text.replace(/\\ud[89a-f]../g, '')))).toEqual(
          JSON.parse(text.replace(/\\ud[89a-f]../g, '')),
        )
      }),
    )
  })

  it.each([
    ['a member twice', '{"alg":"ES256","alg":"none"}'],
    ['a member twice, once escaped', '{"alg":"ES256","\\u0061lg":"none"}'],
    ['a member twice, deeper', '{"a":[{"b":1,"b":2}]}'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['nine levels', `${'['.repeat(9)}${']'.repeat(9)}`],
    ['a depth bomb', '['.repeat(16_000)],
    ['a trailing comma', '{"a":1,}'],
    ['two values', '{} {}'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseJson(encodeUtf8(text))).toBeUndefined()
  })

  it('takes the same name in different objects, and brackets inside text', () => {
    const text = '{"a":{"b":1},"c":{"b":2},"d":"[[[[[[[[[{","e":["b","b"]}'
    expect(parseJsonObject(encodeUtf8(text))).toEqual(JSON.parse(text))
  })

  it('refuses more bytes than allowed, bytes that are not UTF-8, and values that are not objects', () => {
    expect(parseJson(encodeUtf8('"12345"'), 6)).toBeUndefined()
    expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined()
    for (const text of ['[]', 'null', '"a"', '1']) expect(parseJsonObject(encodeUtf8(text))).toBeUndefined()
  })
})
