import { keyIds } from '@nansha/shared/jws/key-by-id'
import { freshMemory } from '@nansha/shared/trust/verify-bundle'
import { expect, it } from 'vitest'
import { holderKey } from '#support/keys'
import { TRUST_LIST } from '#support/trust'
import { trustAnchor } from '#verifier/trust/trust-anchor'

const pinned = [holderKey(1).publicJwk, holderKey(2).publicJwk]
const kept = {
  ...freshMemory(TRUST_LIST.roots),
  roots: [...TRUST_LIST.roots],
  pinned: [...keyIds(pinned)],
  sequence: 7,
  signedTime: 70,
  listTimes: { 'https://id.example/status/1': 60 },
}

it('the trust anchor is what was pinned, until something is remembered', () => {
  expect(trustAnchor(pinned, undefined)).toEqual(freshMemory(pinned))
})

it('the trust anchor is what is remembered of the lists that began from the same pinned roots', () => {
  expect(trustAnchor(pinned, kept)).toMatchObject({ roots: TRUST_LIST.roots, sequence: 7, signedTime: 70 })
})

it('the trust anchor begins again from the roots of an update of the app, and forgets no time', () => {
  const others = [holderKey(3).publicJwk, holderKey(4).publicJwk]
  const { roots, sequence, signedTime, listTimes } = trustAnchor(others, kept)
  expect(roots).toEqual(others)
  expect({ sequence, signedTime, listTimes }).toEqual({
    sequence: 7,
    signedTime: 70,
    listTimes: kept.listTimes,
  })
})
