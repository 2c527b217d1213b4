import { expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { type RequestChanges, refusal } from '../../support/portal'

it.each([
  ['another key', { key: holderKey(99) }, 'PORTAL_REQUEST_INVALID/SIGNATURE'],
  ['no certificate', { header: { x5c: undefined } }, 'PORTAL_REQUEST_INVALID/CERTIFICATE_MISSING'],
  ['another typ', { header: { typ: 'JWT' } }, 'PORTAL_REQUEST_INVALID/TYPE'],
  ['alg none', { header: { alg: 'none' } }, 'PORTAL_REQUEST_INVALID/ALGORITHM'],
] as [string, RequestChanges, string][])(
  'a request without the certified signature is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
