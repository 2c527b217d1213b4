import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

it.each([
  { crit: ['exp'], exp: 1 },
  { crit: ['b64'], b64: false },
  { crit: [] },
  { b64: false },
  { zip: 'DEF' },
])('header parameters that change the meaning are refused: %j', async (header) => {
  expect(await outcomes(present(forge({ header })))).toEqual(['CREDENTIAL_INVALID/CRITICAL'])
})
