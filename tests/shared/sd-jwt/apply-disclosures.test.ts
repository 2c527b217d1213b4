import { digestText } from '@nansha/shared/encoding/digest'
import { applyDisclosures } from '@nansha/shared/sd-jwt/apply-disclosures'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import { describe, expect, it } from 'vitest'

const salt = new Uint8Array(16)
const name = createDisclosure(salt, 'name', '李明')
const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('applyDisclosures', () => {
  it('puts claims where their digests are, into what was disclosed too, and removes all digests', () => {
    const inner = createDisclosure(salt, 'city', '广州')
    const address = createDisclosure(salt, 'address', { _sd: [digestText(inner), 'A'.repeat(43)] })
    const element = raw(['salt', 'CN'])
    const payload = {
      _sd_alg: 'sha-256',
      _sd: [digestText(name), digestText(address), 'B'.repeat(43)],
      nationalities: [{ '...': digestText(element) }, { '...': 'C'.repeat(43) }, 'plain'],
      exp: 1,
    }
    expect(applyDisclosures(payload, [name, address, inner, element])).toEqual({
      exp: 1,
      name: '李明',
      address: { city: '广州' },
      nationalities: ['CN', 'plain'],
    })
  })

  it('leaves what hides nothing as it is, and reaches into lists of lists', () => {
    const [hidden, list] = [raw(['salt', { b: null }]), raw(['salt', [1, null]])]
    const payload = {
      plain: null,
      text: '...',
      list: [null, 'x', 1, { a: 1 }, [{ '...': digestText(hidden) }, { '...': 'C'.repeat(43) }]],
      more: [{ '...': digestText(list) }],
    }
    expect(applyDisclosures(payload, [hidden, list])).toEqual({
      plain: null,
      text: '...',
      list: [null, 'x', 1, { a: 1 }, [{ b: null }]],
      more: [[1, null]],
    })
    expect(applyDisclosures({ _sd_alg: 'sha-256', a: 1 }, [])).toEqual({ a: 1 })
  })

  it('lets a claim inside another have any name', () => {
    const exp = createDisclosure(salt, 'exp', '2030')
    expect(applyDisclosures({ card: { _sd: [digestText(exp)] } }, [exp])).toEqual({ card: { exp: '2030' } })
  })

  it.each([
    ['a disclosure of one', { _sd: [] }, [raw(['s'])], 'DISCLOSURE_MALFORMED'],
    [
      'a disclosure that is no list',
      { _sd: [] },
      [raw({ 0: 's', 1: 'a', 2: 1, length: 3 })],
      'DISCLOSURE_MALFORMED',
    ],
    ['a disclosure that is nothing', { _sd: [] }, [raw(null)], 'DISCLOSURE_MALFORMED'],
    ['a name that is no text', { _sd: [] }, [raw(['s', 1, 'v'])], 'DISCLOSURE_MALFORMED'],
    ['a digest of an element that is no text', { a: [{ '...': 1 }] }, [], 'DIGEST_MALFORMED'],
    ['an element with more than a digest', { a: [{ '...': 'A'.repeat(43), b: 1 }] }, [], 'DIGEST_MALFORMED'],
    ['an element’s digest outside a list', { a: { '...': 'A'.repeat(43) } }, [], 'DIGEST_MALFORMED'],
    ['_sd that is nothing', { _sd: null }, [], 'DIGEST_MALFORMED'],
    ['another hash', { _sd_alg: 'sha-512', _sd: [] }, [], 'HASH_ALGORITHM'],
    ['a disclosure that is not canonical', { _sd: [] }, ['QQ='], 'DISCLOSURE_MALFORMED'],
    ['a disclosure of four', { _sd: [] }, [raw(['s', 'a', 1, 2])], 'DISCLOSURE_MALFORMED'],
    ['a salt that is no text', { _sd: [] }, [raw([1, 'a', 1])], 'DISCLOSURE_MALFORMED'],
    ['a claim called _sd', { _sd: [] }, [raw(['s', '_sd', []])], 'DISCLOSURE_MALFORMED'],
    ['a claim called ...', { _sd: [] }, [raw(['s', '...', 'x'])], 'DISCLOSURE_MALFORMED'],
    [
      'an element where a member is due',
      { _sd: [digestText(raw(['s', 'v']))] },
      [raw(['s', 'v'])],
      'DISCLOSURE_MALFORMED',
    ],
    [
      'a member where an element is due',
      { a: [{ '...': digestText(name) }] },
      [name],
      'DISCLOSURE_MALFORMED',
    ],
    ['the same disclosure twice', { _sd: [digestText(name)] }, [name, name], 'DIGEST_DUPLICATE'],
    [
      'the same digest twice',
      { _sd: [digestText(name)], a: { _sd: [digestText(name)] } },
      [name],
      'DIGEST_DUPLICATE',
    ],
    ['an unused digest twice', { _sd: ['A'.repeat(43), 'A'.repeat(43)] }, [], 'DIGEST_DUPLICATE'],
    ['a digest that is no text', { _sd: [1] }, [], 'DIGEST_MALFORMED'],
    ['_sd that is no list', { _sd: 'A'.repeat(43) }, [], 'DIGEST_MALFORMED'],
    ['_sd_alg inside', { a: { _sd_alg: 'sha-256' } }, [], 'DIGEST_MALFORMED'],
    ['a disclosure that nothing refers to', { _sd: [] }, [name], 'DISCLOSURE_UNREFERENCED'],
    ['a claim that is there already', { name: '李', _sd: [digestText(name)] }, [name], 'CLAIM_COLLISION'],
    [
      'a hidden exp',
      { _sd: [digestText(createDisclosure(salt, 'exp', 9e9))] },
      [createDisclosure(salt, 'exp', 9e9)],
      'CLAIM_RESERVED',
    ],
  ])('refuses %s', (_, payload, disclosures, fault) => {
    expect(() => applyDisclosures(payload, disclosures)).toThrow(
      expect.objectContaining({ code: 'CREDENTIAL_INVALID', details: { check: fault } }),
    )
  })
})
