import { expect, it } from 'vitest'
import { ISSUER } from '../../support/issuer'
import { refusal } from '../../support/portal'

const query = { id: 'id', format: 'dc+sd-jwt', meta: { vct_values: [`${ISSUER}/types/resident-id`] } }
const ask = (...paths: string[][]) => ({
  dcql_query: { credentials: [{ ...query, claims: paths.map((path) => ({ path })) }] },
})

it.each([
  ['a claim beyond the purpose', { payload: ask(['name'], ['sex']) }, 'PORTAL_OVERASKS/sex'],
  [
    'all of an address beyond the purpose',
    { payload: ask(['age_equal_or_over']) },
    'PORTAL_OVERASKS/age_equal_or_over',
  ],
  [
    'a claim that this credential lacks',
    { payload: ask(['name'], ['religion']) },
    'PORTAL_OVERASKS/religion',
  ],
  [
    'hidden among the alternatives',
    {
      payload: {
        dcql_query: {
          credentials: [
            {
              ...query,
              claims: [
                { id: 'a', path: ['name'] },
                { id: 'b', path: ['sex'] },
              ],
              claim_sets: [['a'], ['a', 'b']],
            },
          ],
        },
      },
    },
    'PORTAL_OVERASKS/sex',
  ],
] as const)(
  'a request for more than is registered is refused as a whole: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
