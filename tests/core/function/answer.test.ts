import { answer } from '@nansha/core/function/answer'
import { Defect } from '@nansha/core/function/defect'
import { NanshaError } from '@nansha/shared/errors'
import { describe, expect, it, vi } from 'vitest'

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

  it('hides our own defects from the caller, and logs where they were without what they were about', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const defect = new Error('No such person: 张伟 11010519491231002X', {
      cause: new TypeError('x is not a function'),
    })
    const thrown = await answer(now, () => Promise.reject(defect)).catch((error: Error) => error)
    expect(thrown).toBeInstanceOf(Defect)
    expect((thrown as Error).stack).toBe('Defect: The function failed; its log says where.')
    const [logged = ''] = log.mock.calls.map(([line]) => String(line))
    expect(logged).toMatch(/^Error\n\s+at .*answer\.test\.ts/)
    expect(logged).toContain('caused by TypeError: x is not a function')
    expect(logged).not.toMatch(/张伟|11010519/)
    log.mockRestore()
  })
})
