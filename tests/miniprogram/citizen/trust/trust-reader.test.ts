import { describe, expect, test } from 'vitest'
import { createTrustReader } from '#citizen/trust/trust-reader'
import { NOW_MS } from '#support/clock'

import { holderKey } from '#support/keys'
import { ROOTS, signTrustList, TRUST_LIST } from '#support/trust'
import { createMemoryStorage } from '../../support/memory-storage'

const [NEXT, AFTER] = [holderKey(230), holderKey(231)] as const
const PINNED = ROOTS.map(({ publicJwk }) => publicJwk)

function reader({ pinned = PINNED, storage = createMemoryStorage() } = {}) {
  const served = { list: signTrustList() }
  const trust = createTrustReader({
    storage,
    pinned,
    fetchTrustList: async () => served.list,
    now: () => NOW_MS,
  })
  return { trust, served, storage }
}

describe('the trust list on the phone', () => {
  test('is believed when a pinned root signed it', async () => {
    expect(await reader().trust.read()).toEqual(TRUST_LIST)
  })

  test('is not taken back to an older one', async () => {
    const { trust, served } = reader()
    served.list = signTrustList({ sequence: 2 })
    await trust.read()
    served.list = signTrustList({ sequence: 1 })
    await expect(trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })

  test('may be signed by a root that a former list introduced, and can be read again', async () => {
    const { trust, served } = reader()
    const roots = [ROOTS[1].publicJwk, NEXT.publicJwk]
    served.list = signTrustList({ sequence: 2, roots }, ROOTS[1])
    await trust.read()
    expect((await trust.read()).sequence).toBe(2)
    served.list = signTrustList({ sequence: 3, roots }, NEXT)
    expect((await trust.read()).sequence).toBe(3)
  })

  test('is read anew, from the pinned roots on, when what was kept of the last one cannot be read', async () => {
    for (const kept of ['', '{', 'null', '{}', '[]', '{"roots":[],"sequence":1}']) {
      const { trust, storage } = reader()
      storage.values.set('trust-anchor', kept)
      expect((await trust.read()).sequence).toBe(1)
      expect((await trust.read()).sequence).toBe(1)
    }
  })

  test('is checked against the roots of an update of the app, and still not taken back to an older one', async () => {
    const before = reader()
    before.served.list = signTrustList({ sequence: 5 })
    await before.trust.read()

    const pinned = [NEXT.publicJwk, AFTER.publicJwk]
    const after = reader({ pinned, storage: before.storage })
    after.served.list = signTrustList({ sequence: 6 })
    await expect(after.trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    after.served.list = signTrustList({ sequence: 4, roots: pinned }, NEXT)
    await expect(after.trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    after.served.list = signTrustList({ sequence: 6, roots: pinned }, NEXT)
    expect((await after.trust.read()).sequence).toBe(6)
  })
})
