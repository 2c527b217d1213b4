import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

const name = createDisclosure(new Uint8Array(16), 'name', '李明')

it('a digest that stands in two places is refused, so that one disclosure cannot fill both', async () => {
  const payload = { _sd: [digestText(name)], guardian: { _sd: [digestText(name)] } }
  expect(await outcomes(present(forge({ payload }), [name]))).toEqual(['CREDENTIAL_INVALID/DIGEST_DUPLICATE'])
})

it('a disclosure that is shown twice is refused', async () => {
  const jws = forge({ payload: { _sd: [digestText(name)] } })
  expect(await outcomes(present(jws, [name]))).toEqual(['accepted'])
  expect(await outcomes(present(jws, [name, name]))).toEqual(['CREDENTIAL_INVALID/DIGEST_DUPLICATE'])
})
