import { expect, it } from 'vitest'
import { refusal } from '../../support/portal'

const one = {
  id: 'id',
  format: 'dc+sd-jwt',
  meta: { vct_values: ['https://id.example/trust/types/resident-id'] },
}

it.each([
  [
    'more claims',
    { payload: { dcql_query: { credentials: [{ ...one, claims: Array(33).fill({ path: ['name'] }) }] } } },
    'PORTAL_REQUEST_INVALID/dcql_query.credentials.0.claims',
  ],
  [
    'more credentials',
    {
      payload: {
        dcql_query: { credentials: Array.from({ length: 17 }, (_, id) => ({ ...one, id: `c${id}` })) },
      },
    },
    'PORTAL_REQUEST_INVALID/dcql_query.credentials',
  ],
  ['a state without end', { payload: { state: 'x'.repeat(513) } }, 'PORTAL_REQUEST_INVALID/state'],
  ['a message without end', { payload: { other: 'x'.repeat(70_000) } }, 'PORTAL_REQUEST_INVALID/MALFORMED'],
] as const)(
  'a request that is larger than any website needs is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
