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
])('another message that the issuer signed is refused as a credential: %s', async (typ) => {
  expect(await outcomes(present(forge({ header: { typ } })))).toEqual(['CREDENTIAL_INVALID/TYPE'])
})
