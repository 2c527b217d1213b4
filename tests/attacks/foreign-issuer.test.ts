import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'
import { holderKey } from '../support/keys'
import { TRUST_LIST } from '../support/trust'

it.each(['https://evil.example', 'https://id.example/trust/', 'https://id.example', undefined, 7])(
  'an issuer that is not on the trust list is refused: %s',
  async (iss) => {
    expect(await outcomes(present(forge({ payload: { iss } })))).toEqual(['ISSUER_UNTRUSTED'])
  },
)

it('a trusted issuer cannot speak for another one', async () => {
  const [own] = TRUST_LIST.issuers
  if (!own) throw new Error('no issuer')
  const neighbour = holderKey(67)
  const other = { ...own, id: 2, iss: 'https://neighbour.example', keys: [neighbour.publicJwk] }
  const trust = { ...TRUST_LIST, issuers: [own, other] }
  expect(await outcomes(present(forge({ signer: neighbour })), trust)).toEqual(['CREDENTIAL_INVALID/KEY'])
})
