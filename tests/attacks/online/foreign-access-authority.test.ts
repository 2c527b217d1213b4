import { expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { type RequestChanges, refusal } from '../../support/portal'
import { ACCESS_AUTHORITY, certify } from '../../support/registered-portal'

it.each([
  [
    'of another name',
    { certificate: certify({}, { key: holderKey(98), name: { commonName: 'x', organisation: 'y' } }) },
    'PORTAL_REQUEST_INVALID/CERTIFICATE_AUTHORITY',
  ],
  [
    'of the same name',
    { certificate: certify({}, { ...ACCESS_AUTHORITY, key: holderKey(98) }) },
    'PORTAL_REQUEST_INVALID/CERTIFICATE_SIGNATURE',
  ],
  [
    'the website itself',
    { certificate: certify({ subject: ACCESS_AUTHORITY.name }, { ...ACCESS_AUTHORITY, key: holderKey(98) }) },
    'PORTAL_REQUEST_INVALID/CERTIFICATE_AUTHORITY',
  ],
] as [string, RequestChanges, string][])(
  'a website that another authority certified is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
