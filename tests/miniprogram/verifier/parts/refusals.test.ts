import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import { describe, expect, test } from 'vitest'

/** Everything that `verify` may answer, and what the companion finds out by itself. */
const OWN_SCREEN: ErrorCode[] = [
  'TICKET_FUTURE',
  'CREDENTIAL_EXPIRED',
  'CREDENTIAL_INVALID',
  'ISSUER_UNTRUSTED',
  'ASSURANCE_TOO_LOW',
  'UNLOCK_REQUIRED',
  'DESK_MISMATCH',
  'DESK_CODE_EXPIRED',
  'DESK_CODE_USED',
  'DESK_CODE_INVALID',
  'VERDICT_INVALID',
  'TRUST_OUTDATED',
  'TRUST_INVALID',
  'CLOCK_BEHIND',
  'USE_UNKNOWN',
  'USE_DECIDED',
  'SERVICE_UNAVAILABLE',
  'CALLER_FORBIDDEN',
  'CALLER_UNKNOWN',
  'INPUT_INVALID',
  'TICKET_EXPIRED',
  'TICKET_REPLAYED',
  'TICKET_UNKNOWN',
  'STAFF_NOT_ENTITLED',
  'LICENCE_EXPIRED',
  'LICENCE_SUSPENDED',
  'OPERATOR_ACCOUNT',
  'SCENARIO_MISMATCH',
  'CREDENTIAL_FROZEN',
  'CREDENTIAL_REVOKED',
  'QR_UNREADABLE',
  'OFFLINE',
  'SERVICE_SLOW',
  'TOO_MANY_CHECKS',
  'APP_DEFECT',
  'STORAGE_FULL',
  'PORTRAIT_MISMATCH',
]

describe('refusals', () => {
  test('each has a title of its own', () => {
    const titles = OWN_SCREEN.map((code) => refusalLook(code).title)
    expect(new Set(titles.map(({ zh }) => zh)).size).toBe(OWN_SCREEN.length)
    expect(new Set(titles.map(({ en }) => en)).size).toBe(OWN_SCREEN.length)
  })

  test('speak to the clerk, and say what to do next', () => {
    for (const code of OWN_SCREEN) {
      const { text } = refusalLook(code)
      expect(text.zh, code).not.toMatch(/请出示身份证原件|工作人员认为/)
    }
    expect(refusalLook('UNLOCK_REQUIRED').text.en).toContain('Ask the person')
    expect(refusalLook('PORTRAIT_MISMATCH').text.zh).toContain('110')
  })

  test('whoever is refused may show the physical card', () => {
    const red = OWN_SCREEN.filter((code) => refusalLook(code).kind === 'bad' && code !== 'VERDICT_INVALID')
    for (const code of red) expect(refusalLook(code).text.zh, code).toContain('查看身份证原件')
  })

  test('red is only for people who must not be accepted', () => {
    const red = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => refusalLook(code).kind === 'bad')
    expect(red.sort()).toEqual([
      'ASSURANCE_TOO_LOW',
      'CHILD_OF_AGE',
      'CREDENTIAL_EXPIRED',
      'CREDENTIAL_FROZEN',
      'CREDENTIAL_INVALID',
      'CREDENTIAL_REVOKED',
      'ISSUER_UNTRUSTED',
      'PORTRAIT_MISMATCH',
      'TICKET_REPLAYED',
      'TICKET_UNKNOWN',
      'VERDICT_INVALID',
    ])
  })

  test('a code without a look of its own still gets a screen', () => {
    expect(refusalLook('IMAGE_UNREADABLE').title.en).toBe('Check not completed')
  })
})
