import { parseAnswer, unavailable } from '@nansha/kit/cloud/answer'
import { describe, expect, test } from 'vitest'

describe('the answer of a function', () => {
  test('passes unchanged', () => {
    const answer = { ok: true, serverTime: 1, useId: 'u' }
    expect(parseAnswer(answer)).toBe(answer)
  })

  test('keeps code, details and time of a refusal', () => {
    const refusal = { ok: false, serverTime: 1, code: 'FACE_NOT_FOUND', details: { which: 'selfie' } }
    expect(parseAnswer(refusal)).toBe(refusal)
  })

  test.each([
    undefined,
    null,
    'ok',
    [],
    { ok: true },
    { ok: 'yes', serverTime: 1 },
    { ok: false, serverTime: 1 },
    { ok: false, serverTime: 1, code: 'A_CODE_OF_TOMORROW' },
    { ok: false, serverTime: 1, code: 'constructor' },
  ])('is an unavailable service without a server time when malformed: %j', (sent) => {
    expect(parseAnswer(sent)).toBe(unavailable)
    expect(unavailable).not.toHaveProperty('serverTime')
  })
})
