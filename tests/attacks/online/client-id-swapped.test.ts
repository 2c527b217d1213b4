import { expect, it } from 'vitest'
import { refusal } from '../../support/portal'

it.each([
  ['in the link', { linkClientId: `x509_hash:${'A'.repeat(43)}` }, 'PORTAL_REQUEST_INVALID/CERTIFICATE_HASH'],
  [
    'in the object',
    { payload: { client_id: `x509_hash:${'A'.repeat(43)}` } },
    'PORTAL_REQUEST_INVALID/CLIENT_ID',
  ],
] as const)(
  'a request of another website than the link names is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
