import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { createSigner } from '@nansha/core/crypto/signer'
import type { RelyingPartyWord } from '@nansha/shared/api/organisation'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { REGISTRATION_TYPE } from '@nansha/shared/openid4vp/registration'
import { expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { ASK_NAME, createOnlineWorld, refusalIn } from '../../support/online-world'

const NEIGHBOUR = 'https://id.neighbour.example/trust'
const registrar = holderKey(232)

it('the registrar of another issuer of the trust list registers no website for the citizens of this one', async () => {
  const online = await createOnlineWorld()
  const trust = await online.phone.trust.read()
  const [own] = trust.issuers
  if (!own) throw new Error('no issuer')
  const neighbour = { ...own, id: 2, iss: NEIGHBOUR, registrarKeys: [registrar.publicJwk] }
  const both = { ...trust, issuers: [own, neighbour] }
  Object.assign(online.present, { trust: both })
  const ask: typeof online.phone.ask = async (name, event) => {
    const answer = await online.phone.ask(name, event)
    if (name !== 'organisation') return answer as never
    const { payload } = decodeJws((answer as RelyingPartyWord).registration) ?? {}
    const signer = createSigner(registrar.privateKey, registrar.publicJwk)
    return { registration: await signer.sign(REGISTRATION_TYPE, { ...payload, iss: NEIGHBOUR }) } as never
  }
  const phone = { ...online.phone, ask, trust: { read: async () => both } }
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  expect(await refusalIn(() => readPortal(phone, link))).toBe('PORTAL_UNREGISTERED')
})
