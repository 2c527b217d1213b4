import { createHmac } from 'node:crypto'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { expect, it } from 'vitest'
import { encode, ISSUER_KEY, outcomes, PAYLOAD, present } from '../support/forge'

it('a credential signed by HMAC with the public key as its secret is refused', async () => {
  const header = { alg: 'HS256', typ: 'dc+sd-jwt', kid: keyThumbprint(ISSUER_KEY.publicJwk) }
  const input = `${encode(header)}.${encode(PAYLOAD)}`
  for (const secret of [JSON.stringify(ISSUER_KEY.publicJwk), ISSUER_KEY.publicJwk.x]) {
    const mac = createHmac('sha256', secret).update(input).digest('base64url')
    expect(await outcomes(present(`${input}.${mac}`))).toEqual(['CREDENTIAL_INVALID/ALGORITHM'])
  }
})

it.each(['ES384', 'EdDSA', 'RS256', 'es256', ['ES256']])(
  'no algorithm but ES256 is taken: %j',
  async (alg) => {
    const input = `${encode({ alg, typ: 'dc+sd-jwt', kid: keyThumbprint(ISSUER_KEY.publicJwk) })}.${encode(PAYLOAD)}`
    expect(await outcomes(present(`${input}.${'A'.repeat(86)}`))).toEqual(['CREDENTIAL_INVALID/ALGORITHM'])
  },
)
