import { createEnvelopes, EnvelopeBroken } from '@nansha/core/crypto/envelope'
import { describe, expect, it } from 'vitest'

const place = { collection: 'citizens', id: 'c1', field: 'claims' }
const envelopes = createEnvelopes(Buffer.alloc(32, 1))

describe('envelopes', () => {
  it('give back what was sealed', () => {
    const contents = Buffer.from('南沙')
    expect(envelopes.open(place, envelopes.seal(place, contents))).toEqual(contents)
    expect(envelopes.openJson(place, envelopes.sealJson(place, { name: '李明' }))).toEqual({ name: '李明' })
    expect(envelopes.open(place, envelopes.seal(place, Buffer.alloc(0)))).toHaveLength(0)
  })

  it('are different each time, key and contents', () => {
    const [a, b] = [1, 2].map(() => envelopes.seal(place, Buffer.from('x')).split('.'))
    expect(a?.[1]).not.toBe(b?.[1])
    expect(a?.[2]).not.toBe(b?.[2])
  })

  it.each([
    { ...place, collection: 'devices' },
    { ...place, id: 'c2' },
    { ...place, field: 'portrait' },
    { collection: 'citizens","c1', id: '', field: 'claims' },
  ])('do not open elsewhere: %o', (elsewhere) => {
    const sealed = envelopes.seal(place, Buffer.from('x'))
    expect(() => envelopes.open(elsewhere, sealed)).toThrow(EnvelopeBroken)
  })

  it('of JSON are as long for a long value as for a short one', () => {
    const lengths = ['李', '广东省广州市南沙区进港大道一号'.repeat(3)].map(
      (address) => envelopes.sealJson(place, { address }).length,
    )
    expect(lengths[0]).toBe(lengths[1])
    expect(envelopes.openJson(place, envelopes.sealJson(place, { a: 'x'.repeat(504) }))).toEqual({
      a: 'x'.repeat(504),
    })
  })

  it('do not open under another key, altered in any byte, or cut', () => {
    const sealed = envelopes.seal(place, Buffer.from('x'))
    expect(() => createEnvelopes(Buffer.alloc(32, 2)).open(place, sealed)).toThrow(EnvelopeBroken)
    const [version, key = '', contents = ''] = sealed.split('.')
    for (const part of [1, 2]) {
      const bytes = Buffer.from(part === 1 ? key : contents, 'base64url')
      for (let i = 0; i < bytes.length; i++) {
        const altered = Buffer.from(bytes)
        altered.writeUInt8((altered[i] ?? 0) ^ 1, i)
        const text = altered.toString('base64url')
        const envelope = [version, part === 1 ? text : key, part === 2 ? text : contents].join('.')
        expect(() => envelopes.open(place, envelope)).toThrow(EnvelopeBroken)
      }
    }
    for (const broken of [
      '',
      '1',
      '1..',
      `2.${key}.${contents}`,
      `${sealed}.`,
      `1.${key}.${contents.slice(4)}`,
    ]) {
      expect(() => envelopes.open(place, broken)).toThrow(EnvelopeBroken)
    }
  })

  it('say nothing personal when they break', () => {
    expect(new EnvelopeBroken({ ...place, id: 'secret' }).message).not.toContain('secret')
  })
})
