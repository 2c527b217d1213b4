import { parseAnswer, unavailable } from '@nansha/kit/cloud/answer'
import { describe, expect, test } from 'vitest'

describe('what a function sent', () => {
  test('an answer passes unchanged', () => {
    const answer = { ok: true, serverTime: 1, useId: 'u' }
    expect(parseAnswer(answer)).toBe(answer)
  })

  test('a refusal keeps its code, details and time', () => {
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
  ])('%j is not an answer of ours: unavailable, without a server time', (sent) => {
    expect(parseAnswer(sent)).toBe(unavailable)
    expect(unavailable).not.toHaveProperty('serverTime')
  })
})
