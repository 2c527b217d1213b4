import { createHash } from 'node:crypto'
import { putWallets } from '@nansha/core/issue/other-wallets'
import { openRequest } from '@nansha/core/wallet/open-request'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { EXPORT_TYPE, type ExportedData, type ExportedIdentity } from '@nansha/shared/api/export'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { compactVerify, importJWK } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { licenceOf } from '../../support/documents'
import { createEnrolPorts } from '../../support/enrol-ports'
import { enrolCitizen, RESIDENT_NUMBER, signRequest } from '../../support/enrolled-citizen'
import { ISSUER, issuerSigner } from '../../support/issuer'

const DAY_MS = 86_400_000
const alice = 'wxc:alice' as const

let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})

const ask = async <T>(action: WalletAction) => {
  const request = signRequest(key, action, cloud.clock.now)
  return dispatch(cloud.ports, await openRequest(cloud.ports, alice, request)) as Promise<T>
}

describe('the export of what is kept of a citizen', () => {
  it('holds claims, portrait, consent, credentials and the history, itself included', async () => {
    cloud.clock.now += 1000
    const { text } = await ask<ExportedIdentity>({ action: 'export' })
    const data = JSON.parse(text) as ExportedData
    expect(data).toMatchObject({
      issuer: ISSUER,
      claims: { id_number: RESIDENT_NUMBER },
      consent: { version: CONSENT_VERSION, current: CONSENT_VERSION },
      numberLocked: false,
      alertsSince: null,
      credentials: [{ status: 'valid' }],
      history: [{ kind: 'exported' }, { kind: 'issued' }],
    })
    expect(Buffer.from(data.portrait, 'base64').length).toBeGreaterThan(0)
  })

  it('holds all that a phone has collected, as it stands', async () => {
    cloud.world.licence = async (holder) => licenceOf(holder)
    await ask({ action: 'add-document', type: 'driving-licence' })
    await ask({ action: 'number-lock', locked: true })
    const [citizen] = cloud.database.dump().citizens ?? []
    const from = cloud.clock.now
    const wallet = { place: '3.7', issuedAt: new Date(from), expiresAt: new Date(from + DAY_MS) }
    await cloud.database.transaction((transaction) => putWallets(transaction, String(citizen?._id), [wallet]))
    cloud.clock.now += 1000
    const { text } = await ask<ExportedIdentity>({ action: 'export' })
    const { history, ...data } = JSON.parse(text) as ExportedData
    const at = from / 1000
    expect(data).toEqual({
      issuer: ISSUER,
      exportedAt: at + 1,
      claims: {
        name: '李明',
        id_number: RESIDENT_NUMBER,
        sex: 'female',
        birthdate: '1949-12-31',
        ethnicity: '汉',
        address: '广州市南沙区',
        card_validity: '2040-01-01',
      },
      portrait: Buffer.from('a portrait').toString('base64'),
      assurance: 'specimen',
      enrolledAt: at,
      consent: { version: CONSENT_VERSION, at, current: CONSENT_VERSION },
      numberLocked: true,
      alertsSince: null,
      credentials: [
        { type: 'resident-id', issuedAt: at, status: 'valid', assurance: 'specimen' },
        { type: 'driving-licence', issuedAt: at, status: 'valid', assurance: 'specimen' },
      ],
      otherWallets: [{ issuedAt: at, expiresAt: at + DAY_MS / 1000 }],
      documents: [licenceOf()],
      children: [],
    })
    expect(history.map(({ kind }) => kind).sort()).toEqual([
      'document-added',
      'exported',
      'issued',
      'number-locked',
    ])
  })

  it('is made ten times a day for one phone', async () => {
    await ask({ action: 'set-pin', pin: '385201' })
    for (let n = 0; n < 10; n++) await ask({ action: 'export' })
    await expect(ask({ action: 'export' })).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    cloud.clock.now += DAY_MS
    await ask({ action: 'unlock', pin: '385201' })
    await ask({ action: 'export' })
  })

  it('is signed by the issuer, over the very bytes of its text', async () => {
    const { text, signature } = await ask<ExportedIdentity>({ action: 'export' })
    await compactVerify(signature, await importJWK({ ...issuerSigner.publicJwk }, 'ES256'))
    const signed = decodeJws(signature)
    expect(signed?.header).toMatchObject({ typ: EXPORT_TYPE })
    const sha256 = createHash('sha256').update(text).digest('base64url')
    expect(signed?.payload).toEqual({ iss: ISSUER, iat: cloud.clock.now / 1000, sha256 })
  })

  it('is given to nobody who merely holds the phone', async () => {
    cloud.clock.now += 2 * DAY_MS
    await expect(ask({ action: 'export' })).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
  })
})
