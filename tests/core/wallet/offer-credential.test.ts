import { putWallets } from '@nansha/core/issue/other-wallets'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { CredentialOffered } from '@nansha/shared/api/wallet-answers'
import { digestText } from '@nansha/shared/encoding/digest'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { beforeEach, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts } from '#support/enrol-ports'
import { enrolCitizen, signRequest } from '#support/enrolled-citizen'
import { issuerSigner } from '#support/issuer'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  cloud.ports = { ...cloud.ports, onlineSigner: issuerSigner, randomInt: () => 42 }
  key = (await enrolCitizen(cloud, alice)).key
  await ask({ action: 'set-pin', pin: '385201' })
})
const ask = async <T>(action: WalletAction, ports = cloud.ports) => {
  const request = await openRequest(ports, alice, signRequest(key, action, cloud.clock.now))
  return (await dispatch(ports, request)) as T
}
const offer = (ports = cloud.ports) => ask<CredentialOffered>({ action: 'offer-credential' }, ports)

it('an offer to another wallet names the issuer and a code, and six digits go beside it', async () => {
  const bounds: number[] = []
  const randomInt = (below: number) => {
    bounds.push(below)
    return 42
  }
  const { offer: link, txCode, expiresAt } = await offer({ ...cloud.ports, randomInt })
  expect([txCode, bounds]).toEqual(['000042', [1_000_000]])
  expect(expiresAt).toBe((cloud.clock.now + 5 * MINUTE) / 1000)
  const { grants, ...told } = JSON.parse(new URL(link).searchParams.get('credential_offer') ?? '')
  expect(link.split('?')[0]).toBe('openid-credential-offer://')
  expect(told).toEqual({
    credential_issuer: 'https://id.example/issue',
    credential_configuration_ids: ['resident-id'],
  })
  const [grant = ''] = Object.keys(grants)
  expect(grants).toEqual({
    'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
      'pre-authorized_code': expect.stringMatching(/^[\w-]{43}$/),
      tx_code: { input_mode: 'numeric', length: 6 },
    },
  })
  const [citizen] = cloud.database.dump().citizens ?? []
  expect(cloud.database.dump().credentialOffers).toEqual([
    {
      _id: digestText(grants[grant]['pre-authorized_code']),
      citizenId: citizen?._id,
      deviceId: keyThumbprint(key.publicJwk),
      txCode: '000042',
      wrong: 0,
      tokenDigest: null,
      expiresAt: new Date(cloud.clock.now + 5 * MINUTE),
    },
  ])
})

it('ten offers are made a day', async () => {
  for (let n = 0; n < 10; n++) await offer()
  await expect(offer()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  cloud.clock.now += 24 * 60 * MINUTE
  await ask({ action: 'unlock', pin: '385201' })
  await offer()
})

it('an offer takes a PIN or a face of just now, and a deployment that issues for online use', async () => {
  await expect(offer({ ...cloud.ports, onlineSigner: null })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  })
  cloud.clock.now += 31 * MINUTE
  await expect(offer()).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  expect(cloud.database.dump().credentialOffers).toBeUndefined()
})

it('five other wallets are as many as there may be, and one of them that is withdrawn or over makes room', async () => {
  const [citizen] = cloud.database.dump().citizens ?? []
  const at = cloud.clock.now
  const wallets = [1, 2, 3, 4, 5].map((n) => ({
    place: `3.${n}`,
    issuedAt: new Date(at),
    expiresAt: new Date(at + n * 1000),
  }))
  await cloud.database.transaction((transaction) => putWallets(transaction, String(citizen?._id), wallets))
  await expect(offer()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  await ask({ action: 'withdraw-wallet', wallet: '3.9' })
  await ask({ action: 'withdraw-wallet', wallet: '3.2' })
  await ask({ action: 'withdraw-wallet', wallet: '3.2' })
  await offer()
  expect(await ask({ action: 'other-wallets' })).toEqual({
    wallets: [1, 3, 4, 5].map((n) => ({
      id: `3.${n}`,
      issuedAt: at / 1000,
      expiresAt: at / 1000 + n,
    })),
  })
  const kinds = (cloud.database.dump().events as { details?: { kind: string } }[]).map(
    ({ details }) => details?.kind,
  )
  expect(kinds.filter((kind) => kind === 'wallet-removed')).toHaveLength(1)
  cloud.clock.now += 1000
  expect(await ask({ action: 'other-wallets' })).toMatchObject({ wallets: { length: 3 } })
})
