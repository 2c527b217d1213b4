import { expect, it } from 'vitest'
import { forge, outcomes, PAYLOAD, present } from '../support/forge'
import { TRUST_LIST } from '../support/trust'

it('a trusted issuer is refused for a type that it may not issue', async () => {
  const vct = `${PAYLOAD.iss}/types/driving-licence`
  expect(await outcomes(present(forge({ payload: { vct } })))).toEqual(['ISSUER_UNTRUSTED/SCOPE'])
  const issuers = TRUST_LIST.issuers.map((issuer) => ({ ...issuer, types: ['driving-licence' as const] }))
  expect(await outcomes(present(forge({ payload: { vct } })), { ...TRUST_LIST, issuers })).toEqual([
    'accepted',
  ])
})

it('a trusted issuer is refused for a type of another issuer, or of none', async () => {
  for (const vct of [
    'https://evil.example/types/resident-id',
    `${PAYLOAD.iss}/types/toString`,
    'resident-id',
  ]) {
    expect(await outcomes(present(forge({ payload: { vct } })))).toEqual(['ISSUER_UNTRUSTED/SCOPE'])
  }
})

it('a trusted issuer is refused when its status list is another issuer’s', async () => {
  const status = { status_list: { idx: 1, uri: 'https://evil.example/status/1' } }
  expect(await outcomes(present(forge({ payload: { status } })))).toEqual(['CREDENTIAL_INVALID/STATUS_URI'])
})
