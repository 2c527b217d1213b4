import { expect, it } from 'vitest'
import { refusal } from '../../support/portal'

it.each([
  [
    'another nonce',
    { payload: { wallet_nonce: 'nonce-of-somebody-else-1' } },
    'PORTAL_REQUEST_INVALID/WALLET_NONCE',
  ],
  ['none', { payload: { wallet_nonce: undefined } }, 'PORTAL_REQUEST_INVALID/WALLET_NONCE'],
] as const)(
  'a request that was not made for this wallet’s question is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
