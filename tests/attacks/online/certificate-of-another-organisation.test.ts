import { expect, it } from 'vitest'
import { refusal } from '../../support/portal'
import { certify } from '../../support/registered-portal'

it.each([
  [
    'another name',
    { certificate: certify({ subject: { commonName: 'hall.example', organisation: '某银行' } }) },
    'PORTAL_REQUEST_INVALID/ORGANISATION',
  ],
] as const)(
  'a website that is registered under another name than it is certified under is refused: %s',
  async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected)
  },
)
