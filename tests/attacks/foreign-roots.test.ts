import { createBundle } from '@nansha/core/verify/create-bundle'
import { expect, it } from 'vitest'
import { createTrustReader } from '#citizen/trust/trust-reader'
import { createMemoryStorage } from '../miniprogram/support/memory-storage'
import { createCompanion } from '../miniprogram/verifier/support/companion'
import { NOW_MS } from '../support/clock'

import { holderKey } from '../support/keys'
import { ROOTS, signTrustList } from '../support/trust'
import { CLERK } from '../support/world'

const PINNED = ROOTS.map(({ publicJwk }) => publicJwk)
const STRANGERS = [holderKey(230), holderKey(231)] as const
const strangers = STRANGERS.map(({ publicJwk }) => publicJwk)

const LISTS: readonly (readonly [string, string])[] = [
  ['strangers signed it', signTrustList({ sequence: 9, roots: strangers }, STRANGERS[0])],
  ['strangers signed it and name the pinned roots', signTrustList({ sequence: 9 }, STRANGERS[0])],
  [
    'a stranger signed it and names a pinned root beside himself',
    signTrustList(
      { sequence: 9, roots: [PINNED[0] as (typeof PINNED)[number], STRANGERS[0].publicJwk] },
      STRANGERS[0],
    ),
  ],
  ['it does not name the root that signed it', signTrustList({ sequence: 9, roots: strangers }, ROOTS[0])],
]

it.each(LISTS)('a phone takes no trust list signed by other roots, first or later: %s', async (_, list) => {
  const served = { list }
  const trust = createTrustReader({
    storage: createMemoryStorage(),
    pinned: PINNED,
    fetchTrustList: async () => served.list,
    now: () => NOW_MS,
  })
  await expect(trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  served.list = signTrustList({ sequence: 2 })
  await trust.read()
  served.list = list
  await expect(trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
})

it.each(LISTS)(
  'a companion takes no bundle whose trust list other roots signed, first or later: %s',
  async (_, list) => {
    const companion = await createCompanion()
    const foreign = await createBundle({ ...companion.world.ports, trustList: list }, CLERK)
    companion.line.tamper = () => foreign
    await expect(companion.trust.require()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    companion.line.tamper = (answer) => answer
    const own = await companion.trust.require()
    companion.line.tamper = () => foreign
    companion.world.clock.now += 600_000
    await companion.trust.refresh()
    expect((await companion.trust.require()).trust).toEqual(own.trust)
  },
)
