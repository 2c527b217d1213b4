import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { describe, expect, test } from 'vitest'
import { refusalLook } from '../../../miniprogram/verifier/src/check/refusals'

/** Everything that issue 2 asks a screen of its own for. */
const OWN_SCREEN: ErrorCode[] = [
  'TICKET_EXPIRED',
  'TICKET_REPLAYED',
  'TICKET_UNKNOWN',
  'STAFF_NOT_ENTITLED',
  'LICENCE_EXPIRED',
  'SCENARIO_MISMATCH',
  'CREDENTIAL_FROZEN',
  'CREDENTIAL_REVOKED',
  'QR_UNREADABLE',
  'OFFLINE',
  'PORTRAIT_MISMATCH',
]

describe('refusals', () => {
  test('each has a title of its own', () => {
    const titles = OWN_SCREEN.map((code) => refusalLook(code).title)
    expect(new Set(titles.map(({ zh }) => zh)).size).toBe(OWN_SCREEN.length)
    expect(new Set(titles.map(({ en }) => en)).size).toBe(OWN_SCREEN.length)
  })

  test('red is only for people who must not be accepted', () => {
    const red = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => refusalLook(code).kind === 'bad')
    expect(red.sort()).toEqual([
      'CREDENTIAL_EXPIRED',
      'CREDENTIAL_FROZEN',
      'CREDENTIAL_REVOKED',
      'ISSUER_UNTRUSTED',
      'PORTRAIT_MISMATCH',
      'TICKET_REPLAYED',
      'TICKET_UNKNOWN',
    ])
  })

  test('a code without a look of its own still gets a screen', () => {
    expect(refusalLook('INPUT_TOO_LARGE').title.en).toBe('Check not completed')
  })
})
