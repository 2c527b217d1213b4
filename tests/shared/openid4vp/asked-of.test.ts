import { chosenSet, pathName } from '@nansha/shared/openid4vp/asked-of'
import { expect, it } from 'vitest'
import { ISSUER } from '../../support/issuer'
import { askWallet, refusal } from '../../support/portal'

const query = (members: object) => ({
  dcql_query: {
    credentials: [
      { id: 'id', format: 'dc+sd-jwt', meta: { vct_values: [`${ISSUER}/types/resident-id`] }, ...members },
    ],
  },
})
const OPTIONAL_ADDRESS = query({
  claims: [
    { id: 'name', path: ['name'] },
    { id: 'address', path: ['address'] },
  ],
  claim_sets: [['name', 'address'], ['name']],
})

it('a request is told apart into what every answer shows and what the citizen may add', async () => {
  const { asked } = await askWallet({ payload: OPTIONAL_ADDRESS })
  expect(asked.required.map(pathName)).toEqual(['name'])
  expect(asked.optional.map(pathName)).toEqual(['address.formatted'])
  expect(chosenSet(asked, []).map(pathName)).toEqual(['name'])
  expect(chosenSet(asked, asked.optional).map(pathName).sort()).toEqual(['address.formatted', 'name'])
})

it('an optional claim is not shown when it comes only together with one that was not chosen', async () => {
  const { asked } = await askWallet({
    payload: query({
      claims: [
        { id: 'a', path: ['name'] },
        { id: 'b', path: ['id_number'] },
        { id: 'c', path: ['address'] },
      ],
      claim_sets: [['a', 'b', 'c'], ['a']],
    }),
  })
  expect(chosenSet(asked, [['id_number']]).map(pathName)).toEqual(['name'])
})

it('the purpose of a stock portal, which names none, is found', async () => {
  const { asked } = await askWallet({ payload: { verifier_info: undefined } })
  expect(asked.purpose.id).toBe('sign-in')
})

it('a purpose that is not registered is refused', async () => {
  const verifier_info = [{ format: 'urn:nansha:purpose', data: { id: 'marketing' } }]
  expect(await refusal({ payload: { verifier_info } })).toBe('PORTAL_UNREGISTERED')
})

it('all of a query is refused when this credential lacks part of it', async () => {
  expect(await refusal({ payload: query({ claims: [{ path: ['name'], values: ['李四'] }] }) })).toBe(
    'PORTAL_UNSATISFIABLE',
  )
})
