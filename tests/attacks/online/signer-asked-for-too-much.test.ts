import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { ISSUER } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { createSigning } from '../../support/signing'

const DAY = 86_400
const online = {
  iss: ISSUER,
  vct: `${ISSUER}/types/resident-id`,
  iat: NOW,
  nbf: NOW,
  exp: NOW + DAY,
  cnf: { jwk: holderKey().publicJwk },
  status: { status_list: { idx: 7, uri: `${ISSUER}/online-status/1` } },
  assurance: 'face+registry',
  issuer_id: 1,
  amr: ['face'],
  auth_time: NOW,
  _sd: ['d'.repeat(43)],
  _sd_alg: 'sha-256',
}

it('the signer signs a credential for online use, for the function wallet alone', async () => {
  const { signerOf } = createSigning()
  await expect(signerOf('wallet').sign('dc+sd-jwt', online)).resolves.toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  await expect(signerOf('enrol').sign('dc+sd-jwt', online)).rejects.toThrow('INPUT_INVALID')
})

it.each([
  ['good for more than a day', { exp: NOW + DAY + 1 }],
  ['on the list of standing credentials', { status: { status_list: { idx: 7, uri: `${ISSUER}/status/1` } } }],
  [
    'of another issuer’s list',
    { status: { status_list: { idx: 7, uri: 'https://evil.example/online-status/1' } } },
  ],
  ['that claims two ways of unlocking', { amr: ['face', 'pin'] }],
  ['that says more', { name: '李明' }],
])('the signer signs no online credential %s', async (_, changed) => {
  const asked = createSigning()
    .signerOf('wallet')
    .sign('dc+sd-jwt', { ...online, ...changed })
  await expect(asked).rejects.toThrow('INPUT_INVALID')
})
