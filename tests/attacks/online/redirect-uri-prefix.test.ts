import { expect, it } from 'vitest'
import { type RequestChanges, refusal } from '../../support/portal'

it.each([
  [
    'redirect_uri',
    { payload: { client_id: 'redirect_uri:https://hall.example/answer' } },
    'PORTAL_REQUEST_INVALID/client_id',
  ],
  ['a bare domain', { payload: { client_id: 'hall.example' } }, 'PORTAL_REQUEST_INVALID/client_id'],
  [
    'x509_san_dns',
    { payload: { client_id: 'x509_san_dns:hall.example' } },
    'PORTAL_REQUEST_INVALID/client_id',
  ],
] as [string, RequestChanges, string][])(
  'a client id that no signature can stand for is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
