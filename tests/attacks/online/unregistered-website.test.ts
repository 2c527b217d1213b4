import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { refusal } from '../../support/portal'
import { ONLINE_TRUST } from '../../support/registered-portal'
import { deskSigner } from '../../support/trust'

const TRUSTING_NO_AUTHORITY = {
  ...ONLINE_TRUST,
  issuers: ONLINE_TRUST.issuers.map((issuer) => ({ ...issuer, accessAuthorities: [] })),
}

it.each([
  ['another key', { registrar: deskSigner }, 'PORTAL_UNREGISTERED'],
  ['a word of two minutes ago', { registration: { iat: NOW - 120, exp: NOW - 60 } }, 'PORTAL_UNREGISTERED'],
  ['another issuer', { registration: { iss: 'https://evil.example' } }, 'PORTAL_UNREGISTERED'],
  [
    'a word on another website',
    { registration: { client_id: `x509_hash:${'A'.repeat(43)}` } },
    'PORTAL_UNREGISTERED',
  ],
  [
    'an authority that the registrar’s issuer does not have',
    { trust: TRUSTING_NO_AUTHORITY },
    'PORTAL_REQUEST_INVALID/CERTIFICATE_AUTHORITY',
  ],
] as const)(
  'a website for which the registrar does not vouch now is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
