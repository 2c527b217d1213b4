import { expect, it } from 'vitest'
import { type RequestChanges, refusal } from '../../support/portal'

const encode = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url')
const words = { zh: '南沙', en: 'Nansha' }
const ACCOUNT = {
  type: 'urn:nansha:account-opening',
  credential_ids: ['id'],
  bank: words,
  product: words,
  consents: [words],
}

it.each([
  [
    'another type',
    { payload: { transaction_data: [encode({ type: 'urn:other', credential_ids: ['id'] })] } },
    'PORTAL_REQUEST_INVALID/TRANSACTION_DATA',
  ],
  ['no JSON', { payload: { transaction_data: ['bm90IGpzb24'] } }, 'PORTAL_REQUEST_INVALID/TRANSACTION_DATA'],
  [
    'of another purpose',
    { payload: { transaction_data: [encode(ACCOUNT)] } },
    'PORTAL_OVERASKS/transaction_data',
  ],
  [
    'invisible words',
    { payload: { transaction_data: [encode({ ...ACCOUNT, product: { zh: '\u202e', en: '\u200b' } })] } },
    'PORTAL_REQUEST_INVALID/TRANSACTION_DATA',
  ],
] as [string, RequestChanges, string][])(
  'what cannot be shown in words is not agreed to: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
