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

  it('refuses an object exactly when two of its names are the same once they are unescaped', () => {
    const name = fc.constantFrom('a', 'b', '"', 'a"', '\\', ':', '{', 'ab', '')
    const spelling = fc.tuple(name, fc.boolean()).map(([plain, isEscaped]) => ({
      plain,
      text: isEscaped ? `"${[...plain].map(unicodeEscape).join('')}"` : JSON.stringify(plain),
    }))
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 2 })
    const value = fc.constantFrom('1', '"a"', '"a:"', '"\\""', '{"a":1}', '[{"a":1},{"a":2}]', '"\\\\"')
    fc.assert(
      fc.property(fc.array(fc.tuple(spelling, space, value), { maxLength: 5 }), (members) => {
        const text = `{${members.map(([{ text }, gap, held]) => `${gap}${text}${gap}:${gap}${held}${gap}`).join()}}`
        const names = members.map(([{ plain }]) => plain)
        const isUnique = new Set(names).size === names.length
        expect(parseJson(encodeUtf8(text))).toEqual(isUnique ? JSON.parse(text) : undefined)
      }),
    )
  })

  it('makes of any text what JSON.parse makes of it, or nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ au01') })
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (json) => {
        const value = parseJson(encodeUtf8(json.replace(/[\ud800-\udfff]/g, '')))
        if (value !== undefined) expect(value).toEqual(JSON.parse(json.replace(/[\ud800-\udfff]/g, '')))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes the same name in different objects, and brackets inside text', () => {
    const text = '{"a":{"b":1},"c":{"b":2},"d":"[[[[[[[[[{","e":["b","b"]}'
    expect(parseJsonObject(encodeUtf8(text))).toEqual(JSON.parse(text))
  })

  it('takes as many bytes and levels as are allowed, and any number of lists beside each other', () => {
    expect(parseJson(encodeUtf8('"12345"'), 7)).toBe('12345')
    expect(parseJson(encodeUtf8('['.repeat(8) + ']'.repeat(8)))).toEqual([[[[[[[[]]]]]]]])
    expect(parseJson(encodeUtf8(`${'{"a":'.repeat(8)}1${'}'.repeat(8)}`))).toHaveProperty(
      'a.a.a.a.a.a.a.a',
      1,
    )
    expect(parseJson(encodeUtf8(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`))).toBeUndefined()
    const beside = `[${Array(20).fill('[{}]').join()}]`
    expect(parseJson(encodeUtf8(beside))).toEqual(JSON.parse(beside))
    const largest = `"${'a'.repeat(16_382)}"`
    expect(parseJson(encodeUtf8(largest))).toHaveLength(16_382)
    expect(parseJsonObject(encodeUtf8(`{"a":${largest}}`))).toBeUndefined()
    expect(parseJson(encodeUtf8(`"a${largest.slice(1)}`))).toBeUndefined()
  })

  it('refuses more bytes than allowed, bytes that are not UTF-8, and values that are not objects', () => {
    expect(parseJson(encodeUtf8('"12345"'), 6)).toBeUndefined()
    expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined()
    for (const text of ['[]', 'null', '"a"', '1']) expect(parseJsonObject(encodeUtf8(text))).toBeUndefined()
  })
})

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
