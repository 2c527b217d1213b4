import { answer } from '@nansha/core/function/answer'
import { NanshaError } from '@nansha/shared/errors'
import { describe, expect, it } from 'vitest'

const now = () => 1_000

describe('answer', () => {
  it('words a result', async () => {
    expect(await answer(now, async () => ({ a: 1 }))).toEqual({ ok: true, serverTime: 1_000, a: 1 })
  })

  it('words a refusal with its details and nothing else', async () => {
    const refused = await answer(now, async () => {
      throw new NanshaError('FACE_MULTIPLE', { which: 'selfie' })
    })
    expect(refused).toEqual({
      ok: false,
      serverTime: 1_000,
      code: 'FACE_MULTIPLE',
      details: { which: 'selfie' },
    })
  })

  it('throws our own defects on', async () => {
    const defect = new TypeError('a defect')
    await expect(answer(now, () => Promise.reject(defect))).rejects.toBe(defect)
  })
})
