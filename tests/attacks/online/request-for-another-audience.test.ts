import { expect, it } from 'vitest'
import { type RequestChanges, refusal } from '../../support/portal'

it.each([
  ['another audience', { payload: { aud: 'https://other.example' } }, 'PORTAL_REQUEST_INVALID/AUDIENCE'],
  ['none', { payload: { aud: undefined } }, 'PORTAL_REQUEST_INVALID/AUDIENCE'],
] as [string, RequestChanges, string][])(
  'a request that is for somebody else is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
