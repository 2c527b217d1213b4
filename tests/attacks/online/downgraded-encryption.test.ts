import { expect, it } from 'vitest'
import { refusal } from '../../support/portal'
import { ANSWER_KEY } from '../../support/registered-portal'

const key = { ...ANSWER_KEY.publicJwk, alg: 'ECDH-ES', use: 'enc', kid: 'k' }
const metadata = { jwks: { keys: [key] }, encrypted_response_enc_values_supported: ['A256GCM'] }

it.each([
  ['not encrypted', { payload: { response_mode: 'direct_post' } }, 'PORTAL_REQUEST_INVALID/response_mode'],
  [
    'a fragment in the browser',
    { payload: { response_mode: 'fragment' } },
    'PORTAL_REQUEST_INVALID/response_mode',
  ],
  [
    'an old mode of encryption alone',
    {
      payload: {
        client_metadata: { ...metadata, encrypted_response_enc_values_supported: ['A128CBC-HS256'] },
      },
    },
    'PORTAL_REQUEST_INVALID/ENCRYPTION',
  ],
  [
    'a key for RSA',
    {
      payload: {
        client_metadata: {
          ...metadata,
          jwks: { keys: [{ kty: 'RSA', n: 'x', e: 'AQAB', alg: 'RSA-OAEP' }] },
        },
      },
    },
    'PORTAL_REQUEST_INVALID/ENCRYPTION',
  ],
  [
    'a key for signatures',
    { payload: { client_metadata: { ...metadata, jwks: { keys: [{ ...key, use: 'sig' }] } } } },
    'PORTAL_REQUEST_INVALID/ENCRYPTION',
  ],
  ['no key', { payload: { client_metadata: {} } }, 'PORTAL_REQUEST_INVALID/client_metadata.jwks'],
] as const)(
  'a request whose answer could be read on the way is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
