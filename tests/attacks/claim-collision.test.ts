import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

const disclose = (name: string, value: unknown) => createDisclosure(new Uint8Array(16), name, value)

it('a disclosed claim does not replace one that is there', async () => {
  const name = disclose('assurance', 'in-person')
  const jws = forge({ payload: { _sd: [digestText(name)] } })
  expect(await outcomes(present(jws, [name]))).toEqual(['CREDENTIAL_INVALID/CLAIM_COLLISION'])
})

it.each(['iss', 'exp', 'nbf', 'cnf', 'vct', 'status'])(
  'what makes a credential is never hidden: %s',
  async (claim) => {
    const hidden = disclose(claim, 'x')
    const jws = forge({ payload: { _sd: [digestText(hidden)] } })
    expect(await outcomes(present(jws, [hidden]))).toEqual(['CREDENTIAL_INVALID/CLAIM_RESERVED'])
  },
)
