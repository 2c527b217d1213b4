import { createSigner } from '@nansha/core/crypto/signer'
import { digestText } from '@nansha/shared/encoding/digest'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { ISSUER } from '../support/issuer'
import { holderKey } from '../support/keys'
import { createOfflineWorld, MEMORY } from '../support/offline-world'
import { deskSigner, signTrustList, TRUST_LIST } from '../support/trust'

const NEIGHBOUR = 'https://id.neighbour.example/trust'
const signerOf = ({ privateKey, publicJwk }: ReturnType<typeof holderKey>) =>
  createSigner(privateKey, publicJwk)
const [issuing, desk] = [signerOf(holderKey(230)), signerOf(holderKey(231))]

it('a trusted issuer cannot declare valid what another issuer revoked', async () => {
  const world = await createOfflineWorld()
  const { bundle, statusLists } = await world.download()
  const payload = JSON.parse(Buffer.from(bundle.split('.')[1] ?? '', 'base64url').toString())
  const { logKeys: _, ...issuer } = TRUST_LIST.issuers[0] as (typeof TRUST_LIST.issuers)[number]
  const neighbour = {
    ...issuer,
    ...{ id: 2, iss: NEIGHBOUR, keys: [issuing.publicJwk], deskKeys: [desk.publicJwk] },
  }
  const trust_list = signTrustList({ issuers: [...TRUST_LIST.issuers, neighbour] })
  const token = await issuing.sign('statuslist+jwt', {
    ...JSON.parse(Buffer.from((statusLists[0] ?? '').split('.')[1] ?? '', 'base64url').toString()),
    sub: `${ISSUER}/status/1`,
  })
  const open = async (signer: typeof desk, changed: object, tokens: readonly string[]) =>
    verifyBundle(
      {
        bundle: await signer.sign('nansha-bundle+jwt', { ...payload, trust_list, ...changed }),
        statusLists: tokens,
      },
      MEMORY,
      NOW,
      verifyWithNoble,
    )
  expect((await open(deskSigner, {}, statusLists)).statusLists.size).toBe(1)
  const status_lists = { [`${ISSUER}/status/1`]: digestText(token) }
  for (const opened of [
    open(desk, { iss: NEIGHBOUR, status_lists }, [token]),
    open(deskSigner, { status_lists }, [token]),
  ])
    await expect(opened).rejects.toMatchObject({ code: 'TRUST_INVALID' })
})
