import type { TrustList } from '@nansha/shared/trust/trust-list'
import { describe, expect, test, vi } from 'vitest'
import { createTrustReader } from '../../../../miniprogram/citizen/src/trust/trust-reader'
import { NOW } from '../../../support/issuer'
import { holderKey } from '../../../support/keys'
import { ROOTS, signTrustList, TRUST_LIST } from '../../../support/trust'
import { createMemoryStorage } from '../../support/memory-storage'

const OTHER_ROOTS = [holderKey(230), holderKey(231)] as const

function reader(pinned?: TrustList['roots']) {
  const onNewRoots = vi.fn(async () => undefined)
  const served = { list: signTrustList() }
  const trust = createTrustReader({
    storage: createMemoryStorage(),
    pinned,
    fetchTrustList: async () => served.list,
    now: () => NOW * 1000,
    onNewRoots,
  })
  return { trust, served, onNewRoots }
}
const signedByOthers = () =>
  signTrustList({ roots: OTHER_ROOTS.map(({ publicJwk }) => publicJwk) }, OTHER_ROOTS[0])

describe('with pinned roots', () => {
  const pinned = ROOTS.map(({ publicJwk }) => publicJwk)

  test('a list that they signed is believed', async () => {
    expect(await reader(pinned).trust.read()).toEqual(TRUST_LIST)
  })

  test('a list of other roots is not, from the first on', async () => {
    const { trust, served, onNewRoots } = reader(pinned)
    served.list = signedByOthers()
    await expect(trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    expect(onNewRoots).not.toHaveBeenCalled()
  })

  test('an older list than the newest seen is not taken', async () => {
    const { trust, served } = reader(pinned)
    served.list = signTrustList({ sequence: 2 })
    await trust.read()
    served.list = signTrustList({ sequence: 1 })
    await expect(trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })

  test('a root that a list introduced may sign the next', async () => {
    const { trust, served } = reader(pinned)
    const [next] = OTHER_ROOTS
    const roots = [ROOTS[1].publicJwk, next.publicJwk]
    served.list = signTrustList({ sequence: 2, roots })
    await trust.read()
    served.list = signTrustList({ sequence: 3, roots }, next)
    expect((await trust.read()).sequence).toBe(3)
  })
})

describe('in a local build', () => {
  test('the first list is believed, and an older one of the same roots is not taken', async () => {
    const { trust, served } = reader()
    served.list = signTrustList({ sequence: 2 })
    expect((await trust.read()).sequence).toBe(2)
    served.list = signTrustList()
    await expect(trust.read()).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })

  test('a cloud that was emptied is believed anew, and what was kept of the old one is told to go', async () => {
    const { trust, served, onNewRoots } = reader()
    await trust.read()
    expect(onNewRoots).not.toHaveBeenCalled()
    served.list = signedByOthers()
    await trust.read()
    expect(onNewRoots).toHaveBeenCalledOnce()
  })
})
