import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { ISSUER } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { createSigning } from '../../support/signing'

// Somebody who runs code in the function `issue`, which strangers may send a body to.

const DAY = 86_400
const elsewhere = {
  iss: ISSUER,
  vct: `${ISSUER}/types/resident-id`,
  iat: NOW,
  nbf: NOW,
  exp: NOW + 30 * DAY,
  cnf: { jwk: holderKey().publicJwk },
  status: { status_list: { idx: 7, uri: `${ISSUER}/online-status/1` } },
  assurance: 'other-wallet',
  issuer_id: 1,
  proofed: 'face+registry',
  _sd: ['d'.repeat(43)],
  _sd_alg: 'sha-256',
}

it('the signer signs a credential for another wallet, for the function issue alone', async () => {
  const { signerOf } = createSigning()
  await expect(signerOf('issue').sign('dc+sd-jwt', elsewhere)).resolves.toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  for (const caller of ['wallet', 'enrol'] as const)
    await expect(signerOf(caller).sign('dc+sd-jwt', elsewhere)).rejects.toThrow('INPUT_INVALID')
})

it.each([
  ['that passes for a phone’s', { assurance: 'face+registry' }],
  ['that says how it was unlocked', { amr: ['face'], auth_time: NOW }],
  ['of a specimen', { proofed: 'specimen' }],
  ['good for more than thirty days', { exp: NOW + 30 * DAY + 1 }],
  ['on the list of standing credentials', { status: { status_list: { idx: 7, uri: `${ISSUER}/status/1` } } }],
  ['with a pseudonym for a website', { pairwise_sector: 'id.example' }],
])('the signer signs no credential for another wallet %s', async (_, changed) => {
  const asked = createSigning()
    .signerOf('issue')
    .sign('dc+sd-jwt', { ...elsewhere, ...changed })
  await expect(asked).rejects.toThrow('INPUT_INVALID')
})

it('the function issue has nothing else signed', async () => {
  const { signerOf } = createSigning()
  for (const typ of ['nansha-verdict+jwt', 'statuslist+jwt', 'nansha-desk+jwt', 'nansha-export+jwt'])
    await expect(signerOf('issue').sign(typ, elsewhere)).rejects.toThrow('CALLER_FORBIDDEN')
})
