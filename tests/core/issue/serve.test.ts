import { authorizationServerMetadata } from '@nansha/core/issue/issuer-metadata'
import { serveWallet } from '@nansha/core/issue/serve'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { HOUR_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { expect, it } from 'vitest'
import {
  addWallet,
  codeIn,
  createWalletWorld,
  nonceOf,
  proofBy,
  redeem,
  type WalletWorld,
} from '#support/other-wallet'

/** Asks the endpoint of credentials with a header as it stands. */
function askWith(made: WalletWorld, authorization: string, ports: Partial<WalletWorld['ports']> = {}) {
  return serveWallet(
    { ...made.ports, ...ports },
    {
      path: '/credential',
      httpMethod: 'POST',
      headers: { authorization },
      body: of({ jwt: ['proof'] }),
      queryStringParameters: {},
      isBase64Encoded: false,
    },
  )
}

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

it('another wallet is told all that RFC 8414 asks of an issuer which takes pre-authorised codes alone', () => {
  expect(authorizationServerMetadata('https://id.example')).toEqual({
    issuer: 'https://id.example/issue',
    token_endpoint: 'https://id.example/issue/token',
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:pre-authorized_code'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  })
})

it('a credential for another wallet ends with the identity that it stands on', async () => {
  const made = await createWalletWorld()
  const [identity] = await made.cloud.database.in(CREDENTIALS).find({}, { limit: 1 })
  const expiresAt = new Date(made.clock.now + HOUR_MS)
  await made.cloud.database.in(CREDENTIALS).update(identity?._id ?? '', { expiresAt })
  const payload = decodeJws((await addWallet(made)).split('~')[0] ?? '')?.payload
  expect(payload?.exp).toBe(unixSeconds(expiresAt.getTime()))
})

it('a token is read by any case of its scheme, and nothing else is taken for one', async () => {
  const made = await createWalletWorld()
  const unknown = { statusCode: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }
  for (const header of ['', 'Bearer', 'Bearer a b', `Bearer ${'a'.repeat(257)}`, 'xBearer a', 'Bearer a,b'])
    expect(await askWith(made, header), header).toMatchObject(unknown)

  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  const read = await askWith(made, `BEARER ${token}`)
  expect(JSON.parse(read.body ?? '')).toEqual({ error: 'invalid_proof' })
})

it('another wallet may ask again while the records are not there, and a fault of the issuer is not hidden', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  const broken = (error: Error) => ({
    database: {
      ...made.ports.database,
      in: () => {
        throw error
      },
    },
  })
  const later = await askWith(made, `Bearer ${token}`, broken(new NanshaError('SERVICE_UNAVAILABLE')))
  expect([later.statusCode, later.body]).toEqual([503, '{"error":"temporarily_unavailable"}'])
  const fault = new Error('a fault')
  await expect(askWith(made, `Bearer ${token}`, broken(fault))).rejects.toBe(fault)
})
