import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

it('a claim that the holder added is refused', async () => {
  const own = createDisclosure(new Uint8Array(16), 'name', '李明')
  const added = createDisclosure(new Uint8Array(16).fill(1), 'name', '李四')
  const jws = forge({ payload: { _sd: [digestText(own)] } })
  expect(await outcomes(present(jws, [own, added]))).toEqual(['CREDENTIAL_INVALID/DISCLOSURE_UNREFERENCED'])
  expect(await outcomes(present(jws, [added]))).toEqual(['CREDENTIAL_INVALID/DISCLOSURE_UNREFERENCED'])
})
