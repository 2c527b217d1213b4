import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { type RequestChanges, refusal } from '../../support/portal'
import { certify } from '../../support/registered-portal'

it.each([
  ['expired', { certificate: certify({ notAfter: NOW - 1 }) }, 'PORTAL_REQUEST_INVALID/CERTIFICATE_EXPIRED'],
  [
    'not yet valid',
    { certificate: certify({ notBefore: NOW + 1 }) },
    'PORTAL_REQUEST_INVALID/CERTIFICATE_EXPIRED',
  ],
] as [string, RequestChanges, string][])(
  'a website whose certificate is not valid now is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
