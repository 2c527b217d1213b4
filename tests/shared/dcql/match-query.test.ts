import { DcqlQuery } from '@nansha/shared/dcql/dcql-query'
import { matchQuery } from '@nansha/shared/dcql/match-query'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

/** Queries of OpenID4VP 1.0, Appendix D, with the credential that it calls an identity credential. */
const VCT = 'https://credentials.example.com/identity_credential'
const held = (claims: Record<string, unknown>) => ({ format: 'dc+sd-jwt', vct: VCT, claims })
const match = (query: unknown, claims: Record<string, unknown>) =>
  matchQuery(v.parse(DcqlQuery, query), held(claims))
const credential = (members: object) => ({
  credentials: [{ id: 'pid', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, ...members }],
})

const ALTERNATIVES = credential({
  claims: [
    { id: 'a', path: ['family_name'] },
    { id: 'b', path: ['postal_code'] },
    { id: 'c', path: ['locality'] },
    { id: 'd', path: ['region'] },
    { id: 'e', path: ['date_of_birth'] },
  ],
  claim_sets: [
    ['a', 'c', 'd', 'e'],
    ['a', 'b', 'e'],
  ],
})
const CREDENTIAL_SETS = {
  credentials: [
    { id: 'pid', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims: [{ path: ['given_name'] }] },
    {
      id: 'one',
      format: 'dc+sd-jwt',
      meta: { vct_values: ['https://cred.example/one'] },
      claims: [{ path: ['a'] }],
    },
    {
      id: 'two',
      format: 'dc+sd-jwt',
      meta: { vct_values: ['https://cred.example/two'] },
      claims: [{ path: ['b'] }],
    },
    { id: 'nice', format: 'dc+sd-jwt', meta: { vct_values: ['https://company.example/rewards'] } },
  ],
  credential_sets: [{ options: [['one', 'two'], ['pid']] }, { required: false, options: [['nice']] }],
}

describe('alternatives within a credential', () => {
  it('come in the order of the asker, those that the credential lacks left out', () => {
    const claims = { family_name: 'Doe', postal_code: '1', date_of_birth: 'd' }
    expect(match(ALTERNATIVES, claims)?.sets).toEqual([[['family_name'], ['postal_code'], ['date_of_birth']]])
    expect(match(ALTERNATIVES, { ...claims, locality: 'l', region: 'r' })?.sets).toHaveLength(2)
  })

  it('are all refused when none is complete', () => {
    expect(match(ALTERNATIVES, { family_name: 'Doe', postal_code: '1' })).toBeUndefined()
  })
})

describe('alternatives of credentials', () => {
  it('are answered with the one that is held alone', () => {
    expect(match(CREDENTIAL_SETS, { given_name: 'Jo' })?.credentialId).toBe('pid')
  })

  it('are answered with one that is in every set that must be answered', () => {
    const sets = (...credential_sets: object[]) =>
      match({ ...CREDENTIAL_SETS, credential_sets }, { given_name: 'Jo' })
    const [pid, nice] = [{ options: [['one'], ['pid']] }, { options: [['nice']] }]
    expect(sets(pid, { options: [['pid']] })?.credentialId).toBe('pid')
    expect(sets(pid, nice)).toBeUndefined()
    expect(sets(pid, { ...nice, required: false })?.credentialId).toBe('pid')
    expect(sets({ ...pid, required: false })).toBeUndefined()
    expect(sets({ options: [['pid', 'one']] })).toBeUndefined()
  })

  it('are not answered in part', () => {
    const both = { ...CREDENTIAL_SETS, credential_sets: undefined }
    expect(match(both, { given_name: 'Jo' })).toBeUndefined()
  })
})

it('values of a query are compared by type', () => {
  const query = credential({ claims: [{ path: ['postal_code'], values: ['90210', '90211'] }] })
  expect(match(query, { postal_code: '90211' })).toBeDefined()
  expect(match(query, { postal_code: '1' })).toBeUndefined()
  expect(match(query, { postal_code: 90211 })).toBeUndefined()
})

it('a claims path walks into objects and arrays', () => {
  const claims = {
    address: { street: 's' },
    nationalities: ['CN'],
    degrees: [{ type: 'BSc' }, { type: 'MSc' }],
    nothing: null,
  }
  const asks = (...path: unknown[]) => match(credential({ claims: [{ path }] }), claims) !== undefined
  expect([
    asks('address', 'street'),
    asks('nationalities', null),
    asks('degrees', null, 'type'),
    asks('degrees', 1),
  ]).toEqual([true, true, true, true])
  for (const path of [
    ['address', 'city'],
    ['address', null],
    ['address', 0],
    ['address', 'street', 'length'],
    ['nationalities', 'length'],
    ['degrees', 2],
    ['degrees', 'type'],
    ['nothing', 'at all'],
    ['constructor'],
  ])
    expect(asks(...path), path.join()).toBe(false)
})

it('a query without claims discloses nothing that can be hidden', () => {
  expect(match(credential({}), {})?.sets).toEqual([[]])
})

it('unknown members of a query are passed over', () => {
  expect(
    match(credential({ claims: [{ path: ['a'], intent_to_retain: true }], shiny: 1 }), { a: 1 }),
  ).toBeDefined()
})

it.each([
  ['another type', { meta: { vct_values: ['https://other.example/x'] } }],
  ['no type', { meta: {} }],
  ['another format', { format: 'mso_mdoc' }],
  ['authorities that nobody here reads', { trusted_authorities: [{ type: 'aki', values: ['x'] }] }],
  ['no proof of the key', { require_cryptographic_holder_binding: false }],
])('a credential does not answer a query for %s', (_, members) => {
  expect(match(credential(members), {})).toBeUndefined()
})

it.each([
  ['no credentials', { credentials: [] }],
  ['an id twice', { credentials: [...credential({}).credentials, ...credential({}).credentials] }],
  ['a set of unknown claims', credential({ claims: [{ id: 'a', path: ['x'] }], claim_sets: [['b']] })],
  [
    'a claim id twice',
    credential({
      claims: [
        { id: 'a', path: ['x'] },
        { id: 'a', path: ['y'] },
      ],
      claim_sets: [['a']],
    }),
  ],
  ['sets over claims without ids', credential({ claims: [{ path: ['x'] }], claim_sets: [['x']] })],
  ['a set of unknown credentials', { ...credential({}), credential_sets: [{ options: [['other']] }] }],
  ['an empty path', credential({ claims: [{ path: [] }] })],
])('a text is no query with %s', (_, query) => {
  expect(v.is(DcqlQuery, query)).toBe(false)
})
