import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

it.each([
  'JWT',
  'vc+sd-jwt',
  'application/dc+sd-jwt',
  'kb+jwt',
  'nansha-ticket+jwt',
  'statuslist+jwt',
  undefined,
])('something else that the issuer signed is no credential: %s', async (typ) => {
  expect(await outcomes(present(forge({ header: { typ } })))).toEqual(['CREDENTIAL_INVALID/TYPE'])
})
