import { expect, it } from 'vitest'
import { type RequestChanges, refusal } from '../../support/portal'

it.each([
  ['no nonce', { payload: { nonce: undefined } }, 'PORTAL_REQUEST_INVALID/nonce'],
  ['a short one', { payload: { nonce: '12345' } }, 'PORTAL_REQUEST_INVALID/nonce'],
] as [string, RequestChanges, string][])(
  'a request whose answer could be replayed is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
