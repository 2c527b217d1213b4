import { makeBundle } from '@nansha/core/verify/make-bundle'
import { freshMemory } from '@nansha/shared/trust/open-bundle'
import { expect, it } from 'vitest'
import { trustAnchor } from '../../../../miniprogram/verifier/src/trust/trust-anchor'
import { holderKey } from '../../../support/keys'
import { ROOTS, TRUST_LIST } from '../../../support/trust'
import { CLERK, createWorld } from '../../../support/world'

const download = async () => makeBundle((await createWorld()).ports, CLERK)
const others = [holderKey(1).publicJwk, holderKey(2).publicJwk]
const kept = { ...freshMemory(TRUST_LIST.roots), sequence: 7 }

it('is what was pinned, until something was remembered', async () => {
  expect(trustAnchor(others, undefined, await download()).roots).toEqual(others)
  expect(trustAnchor(others, kept, await download())).toBe(kept)
})

it('of a local build is what the first list names', async () => {
  const { roots, sequence } = trustAnchor(undefined, undefined, await download())
  expect(roots).toEqual(ROOTS.map(({ publicJwk }) => publicJwk))
  expect(sequence).toBe(0)
})

it('of a local build is remembered, and begins anew with a cloud that was reset', async () => {
  expect(trustAnchor(undefined, kept, await download())).toBe(kept)
  const ofAnotherCloud = { ...kept, roots: others }
  expect(trustAnchor(undefined, ofAnotherCloud, await download()).sequence).toBe(0)
})

it('of a local build is nothing, when the answer is none', () => {
  expect(trustAnchor(undefined, undefined, { bundle: 'nonsense', statusLists: [] }).roots).toEqual([])
})
