import { createSigner } from '@nansha/core/crypto/signer'
import { vouchFor } from '@nansha/core/organisation/register-relying-party'
import { carry } from '@nansha/core/present/carry'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { REGISTRATION_TYPE } from '@nansha/shared/openid4vp/registration'
import { beforeEach, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

const NEIGHBOUR = 'https://id.neighbour.example/trust'
const registrar = holderKey(233)

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('the registrar of another issuer of the trust list sends this deployment’s relay nowhere', async () => {
  const [own] = online.present.trust.issuers
  if (!own) throw new Error('no issuer')
  const neighbour = { ...own, id: 2, iss: NEIGHBOUR, registrarKeys: [registrar.publicJwk] }
  const present = { ...online.present, trust: { ...online.present.trust, issuers: [own, neighbour] } }
  const { registration } = await vouchFor(online.register, online.clientId)
  const signer = createSigner(registrar.privateKey, registrar.publicJwk)
  const forged = await signer.sign(REGISTRATION_TYPE, {
    ...decodeJws(registration)?.payload,
    iss: NEIGHBOUR,
  })
  const { id } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  const ask = (word: string) =>
    refusalIn(() =>
      carry(present, {
        action: 'request',
        registration: word,
        requestUri: online.relyingParty.requestUri(id),
        walletNonce: 'n'.repeat(22),
      }),
    )
  expect(await ask(forged)).toBe('PORTAL_UNREGISTERED')
  expect(online.wire).toEqual([])
  expect(await ask(registration)).toBe('done')
})
