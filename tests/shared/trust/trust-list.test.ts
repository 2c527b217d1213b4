import { noteSigner } from '@nansha/shared/log/sign-note'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { issuerById, issuerByUrl, type TrustList } from '@nansha/shared/trust/trust-list'
import { verifyTrustList } from '@nansha/shared/trust/verify-trust-list'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { BACKENDS, holderKey } from '../../support/keys'
import { ANCHOR, ROOTS, signTrustList, TRUST_LIST } from '../../support/trust'

describe.each(BACKENDS)('trust list with $name', ({ verify }) => {
  const read = (jws: string, anchor = ANCHOR, now = NOW) => verifyTrustList(jws, anchor, now, verify)

  it.each(ROOTS)('is believed from either root', async (root) => {
    expect(await read(signTrustList({}, root))).toEqual(TRUST_LIST)
  })

  it('is not believed from anybody else', async () => {
    await expect(read(signTrustList({}, holderKey(9)))).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    const impostor = { ...holderKey(9), publicJwk: ROOTS[0].publicJwk }
    await expect(read(signTrustList({}, impostor))).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })

  it('expires, and says so', async () => {
    await expect(read(signTrustList(), ANCHOR, TRUST_LIST.exp + 1)).rejects.toMatchObject({
      code: 'TRUST_OUTDATED',
    })
  })

  it('is never taken back to an older one', async () => {
    const newer = await read(signTrustList({ sequence: 5 }))
    await expect(read(signTrustList({ sequence: 4 }), newer)).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    expect((await read(signTrustList({ sequence: 5 }), newer)).sequence).toBe(5)
  })

  it('names no issuer twice, nor gives a number to two', async () => {
    const [issuer] = TRUST_LIST.issuers as [TrustList['issuers'][number]]
    for (const other of [
      { ...issuer, id: 2 },
      { ...issuer, iss: 'https://other.example' },
    ]) {
      await expect(read(signTrustList({ issuers: [issuer, other] }))).rejects.toMatchObject({
        code: 'TRUST_INVALID',
      })
    }
  })

  it('names no key of another’s log, and no two keys that a pass does not tell apart', async () => {
    const [issuer] = TRUST_LIST.issuers as [TrustList['issuers'][number]]
    const [own = ''] = issuer.logKeys ?? []
    const foreign = noteSigner('log.example/other', 'note', new Uint8Array(32).fill(1))
    const listed = (changed: object) => read(signTrustList({ issuers: [{ ...issuer, ...changed }] }))
    for (const changed of [
      { logKeys: [own, formatVerifierKey(foreign.key)] },
      { logKeys: ['no key'] },
      { keys: [issuer.keys[0], issuer.keys[0]] },
      { types: ['passport'] },
      { iss: 'ftp://id.example' },
      { id: 0 },
    ])
      await expect(listed(changed)).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    for (const changed of [{ logKeys: undefined }, { logKeys: [] }, { logKeys: [own] }])
      expect((await listed(changed)).issuers).toMatchObject([{ iss: issuer.iss }])
  })

  it('is asked for an issuer by address or by number', () => {
    const [issuer] = TRUST_LIST.issuers
    expect([issuerByUrl(TRUST_LIST, issuer?.iss), issuerById(TRUST_LIST, 1)]).toEqual([issuer, issuer])
    expect([issuerByUrl(TRUST_LIST, 'https://other.example'), issuerById(TRUST_LIST, 2)]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('replaces a root while the other still signs', async () => {
    const [lost, kept] = ROOTS
    const fresh = holderKey(212)
    const roots = [kept.publicJwk, fresh.publicJwk]
    const anchor = await read(signTrustList({ sequence: 2, roots }, kept))
    await expect(read(signTrustList({ sequence: 3, roots }, lost), anchor)).rejects.toMatchObject({
      code: 'TRUST_INVALID',
    })
    expect((await read(signTrustList({ sequence: 3, roots }, fresh), anchor)).sequence).toBe(3)
  })
})
