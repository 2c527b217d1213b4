import { expect, it } from 'vitest'
import { type RequestChanges, refusal } from '../../support/portal'
import { certify } from '../../support/registered-portal'

it.each([
  [
    'another host',
    { payload: { response_uri: 'https://evil.example/answer' } },
    'PORTAL_REQUEST_INVALID/HOST',
  ],
  [
    'a host that begins alike',
    { payload: { response_uri: 'https://hall.example.evil.example/answer' } },
    'PORTAL_REQUEST_INVALID/HOST',
  ],
  [
    'a user before the host',
    { payload: { response_uri: 'https://hall.example@evil.example/answer' } },
    'PORTAL_REQUEST_INVALID/response_uri',
  ],
  [
    'a domain that is certified and not registered',
    {
      certificate: certify({ domains: ['hall.example', 'other.example'] }),
      payload: { response_uri: 'https://other.example/answer' },
    },
    'PORTAL_REQUEST_INVALID/HOST',
  ],
  [
    'a domain that is registered and not certified',
    {
      registrant: { domains: ['hall.example', 'other.example'] },
      payload: { response_uri: 'https://other.example/answer' },
    },
    'PORTAL_REQUEST_INVALID/HOST',
  ],
  [
    'also a redirect',
    { payload: { redirect_uri: 'https://hall.example/' } },
    'PORTAL_REQUEST_INVALID/redirect_uri',
  ],
] as [string, RequestChanges, string][])(
  'an answer goes to the website’s own domain alone: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
