import { chosenSet, pathName } from '@nansha/shared/openid4vp/asked-of'
import { expect, it } from 'vitest'
import { ISSUER } from '../../support/issuer'
import { askWallet, refusal } from '../../support/portal'
import { OPEN_ACCOUNT, SIGN_IN } from '../../support/registered-portal'

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

const NAME_ALONE = { ...SIGN_IN, claims: [['name']] }
const WITH_NUMBER = { ...SIGN_IN, id: 'with-number', claims: [['name'], ['id_number']] }
const unnamed = { verifier_info: undefined }

it('a claim that no purpose has is refused before it is looked for, whoever has it', async () => {
  const claims = [{ path: ['name'] }, { path: ['blood_type'] }, { path: ['tax', 'number'] }]
  expect(await refusal({ payload: query({ claims }) })).toBe('PORTAL_OVERASKS/blood_type,tax.number')
})

it('a claim of another purpose than the one that is named is refused', async () => {
  const registrant = { purposes: [NAME_ALONE, WITH_NUMBER] }
  const verifier_info = [{ format: 'urn:nansha:purpose', data: { id: NAME_ALONE.id } }]
  expect(await refusal({ registrant, payload: { verifier_info } })).toBe('PORTAL_OVERASKS/id_number')
})

it('the purpose of a request that names none is the first that has all of it', async () => {
  const registrant = { purposes: [NAME_ALONE, WITH_NUMBER, OPEN_ACCOUNT] }
  const { asked } = await askWallet({ registrant, payload: unnamed })
  expect(asked.purpose.id).toBe('with-number')
})

it('a request that names no purpose, and that none has all of, is refused', async () => {
  const registrant = { purposes: [NAME_ALONE, { ...WITH_NUMBER, claims: [['id_number']] }] }
  expect(await refusal({ registrant, payload: unnamed })).toBe('PORTAL_OVERASKS/id_number')
})

it('a registered claim covers what is below it', async () => {
  const registrant = { purposes: [{ ...SIGN_IN, claims: [['address']] }] }
  const { asked } = await askWallet({
    registrant,
    payload: query({ claims: [{ path: ['address', 'formatted'] }] }),
  })
  expect(asked.required.map(pathName)).toEqual(['address.formatted'])
})

it('a query without claims asks for none', async () => {
  const { asked } = await askWallet({ payload: query({}) })
  expect(asked).toMatchObject({ purpose: { id: 'sign-in' }, credentialId: 'id', required: [], optional: [] })
})

it('nothing is chosen when every set has a claim that was not', async () => {
  const ids = { a: ['name'], b: ['id_number'], c: ['address'] }
  const claims = Object.entries(ids).map(([id, path]) => ({ id, path }))
  const { asked } = await askWallet({
    payload: query({
      claims,
      claim_sets: [
        ['a', 'b'],
        ['a', 'c'],
      ],
    }),
  })
  expect(asked.required.map(pathName)).toEqual(['name'])
  expect(asked.optional.map(pathName).sort()).toEqual(['address.formatted', 'id_number'])
  expect(chosenSet(asked, [])).toEqual([])
})

const words = { zh: '账户', en: 'Account' }
const opening = (credential_ids: string[]) => ({
  transaction_data: [
    Buffer.from(
      JSON.stringify({
        type: 'urn:nansha:account-opening',
        credential_ids,
        bank: words,
        product: words,
        consents: [words],
      }),
    ).toString('base64url'),
  ],
  verifier_info: [{ format: 'urn:nansha:purpose', data: { id: OPEN_ACCOUNT.id } }],
})

it('a transaction belongs to the purpose, and to the credential that answers', async () => {
  expect(await refusal({ payload: opening(['other', 'id']) })).toBe('answered')
  expect(await refusal({ payload: opening(['other']) })).toBe('PORTAL_OVERASKS/transaction_data')
  expect(await refusal({ payload: { ...opening(['id']), ...unnamed } })).toBe(
    'PORTAL_OVERASKS/transaction_data',
  )
})
