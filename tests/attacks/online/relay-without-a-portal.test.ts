import { vouchFor } from '@nansha/core/organisation/register-relying-party'
import { carry } from '@nansha/core/present/carry'
import { beforeEach, expect, it } from 'vitest'
import { createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'
import { register } from '../../support/registered-portal'
import { deskSigner } from '../../support/trust'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

const NONCE = 'nonce-of-a-wallet-123456'

it.each([
  ['another host', 'https://evil.example/request/1'],
  ['an address of this machine', 'https://127.0.0.1/request/1'],
  ['the metadata of the cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['a host that begins alike', 'https://hall.example.evil.example/request/1'],
  ['the own host under another', 'https://evil.example/hall.example/'],
])('the relay goes nowhere but to the registered website: %s', async (_, requestUri) => {
  const { registration } = await vouchFor(online.register, online.clientId)
  const carried = () =>
    carry(online.present, { action: 'request', registration, requestUri, walletNonce: NONCE })
  expect(await refusalIn(carried)).toBe('PORTAL_REQUEST_INVALID/HOST')
  expect(online.wire).toEqual([])
})

it('the relay goes nowhere upon a word that the registrar did not sign', async () => {
  const registration = await register(online.registrant, { iss: 'https://id.example/trust' }, deskSigner)
  const requestUri = 'https://hall.example/request/1'
  const carried = () =>
    carry(online.present, { action: 'request', registration, requestUri, walletNonce: NONCE })
  expect(await refusalIn(carried)).toBe('PORTAL_UNREGISTERED')
})
