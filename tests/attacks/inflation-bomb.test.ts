import { verifyStatusList } from '@nansha/shared/status/verify-status-list'
import { zlibSync } from 'fflate'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { ISSUER, issuerSigner } from '../support/issuer'
import { BACKENDS } from '../support/keys'

it('a status list that inflates to megabytes is cut off and refused', async () => {
  const bomb = zlibSync(new Uint8Array(20_000_000), { level: 9 })
  const uri = `${ISSUER}/status/1`
  const token = await issuerSigner.sign('statuslist+jwt', {
    ...{ sub: uri, iat: NOW, exp: NOW + 60 },
    status_list: { bits: 2, lst: Buffer.from(bomb).toString('base64url') },
  })
  for (const { verify } of BACKENDS) {
    const expected = { uri, keys: [issuerSigner.publicJwk], notBefore: 0 }
    await expect(verifyStatusList(token, expected, NOW, verify)).rejects.toMatchObject({
      code: 'TRUST_INVALID',
    })
  }
})
