import { expect, it } from 'vitest'
import { codeIn, createWalletWorld, nonceOf, proofBy, redeem } from '#support/other-wallet'

const of = (proofs: object, more: object = {}) =>
  JSON.stringify({ credential_configuration_id: 'resident-id', proofs, ...more })

it('another wallet gets a credential for one proof, and none for a request that asks for more', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  const proof = proofBy(made.clock, await nonceOf(made))
  const ask = async (body: string) => (await made.askIssuer('/credential', { token, body })).body
  for (const body of [
    of({ jwt: [proof, proof] }),
    of({ jwt: [] }),
    of({ jwt: proof }),
    of({ jwt: [proof] }, { credential_response_encryption: {} }),
    '',
    'null',
  ])
    expect(await ask(body), body.slice(0, 80)).toEqual({ error: 'invalid_credential_request' })
  expect(await ask(of({ jwt: [proof] }, { credential_configuration_id: 'another' }))).toEqual({
    error: 'unknown_credential_configuration',
  })
  expect(await ask(of({ jwt: [proof] }))).toEqual({ credentials: [{ credential: expect.any(String) }] })
})

it('another wallet is told which method an endpoint takes', async () => {
  const { askIssuer } = await createWalletWorld()
  for (const path of ['/token', '/nonce', '/credential'])
    expect((await askIssuer(path, { method: 'GET' })).status).toBe(405)
  expect((await askIssuer('/elsewhere', {})).status).toBe(404)
})
