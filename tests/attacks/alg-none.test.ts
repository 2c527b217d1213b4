import { expect, it } from 'vitest'
import { encode, forge, outcomes, PAYLOAD, present } from '../support/forge'

it('a credential that says it needs no signature is refused', async () => {
  expect(await outcomes(present(forge()))).toEqual(['accepted'])
  for (const alg of ['none', 'None', '', undefined]) {
    const header = encode({ alg, typ: 'dc+sd-jwt' })
    for (const signature of ['', 'AA', Buffer.alloc(64).toString('base64url')]) {
      const [outcome] = await outcomes(present(`${header}.${encode(PAYLOAD)}.${signature}`))
      expect(['QR_UNREADABLE', 'CREDENTIAL_INVALID/ALGORITHM']).toContain(outcome)
    }
  }
})
