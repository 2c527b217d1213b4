import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { type RequestChanges, refusal } from '../../support/portal'

it.each([
  ['of two minutes ago', { payload: { iat: NOW - 120 } }, 'PORTAL_REQUEST_EXPIRED'],
  ['past its end', { payload: { exp: NOW } }, 'PORTAL_REQUEST_EXPIRED'],
  ['of the future', { payload: { iat: NOW + 600, exp: NOW + 900 } }, 'PORTAL_REQUEST_EXPIRED'],
] as [string, RequestChanges, string][])(
  'a request that was not signed just now is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
