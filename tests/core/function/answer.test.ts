import { createAnswer } from '@nansha/core/function/answer'
import { Defect } from '@nansha/core/function/defect'
import { TransactionConflict } from '@nansha/core/platform/database-errors'
import { NanshaError } from '@nansha/shared/errors'
import { describe, expect, it, vi } from 'vitest'
import { silently } from '#support/silent-log'

const answer = createAnswer(silently, () => 1_000)

describe('answer', () => {
  it('words a result', async () => {
    expect(await answer(null, async () => ({ a: 1 }))).toEqual({ ok: true, serverTime: 1_000, a: 1 })
  })

  it('words a refusal with its details and nothing else', async () => {
    const refused = await answer(null, async () => {
      throw new NanshaError('FACE_MULTIPLE', { which: 'selfie' })
    })
    expect(refused).toEqual({
      ok: false,
      serverTime: 1_000,
      code: 'FACE_MULTIPLE',
      details: { which: 'selfie' },
    })
  })

  it('calls it an outage when others were always faster', async () => {
    const conflict = new TransactionConflict(30, undefined)
    expect(await answer(null, () => Promise.reject(conflict))).toMatchObject({
      ok: false,
      code: 'SERVICE_UNAVAILABLE',
    })
  })

  it('hides the defects of this code from the caller, and logs where they were without what they were about', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const defect = new Error('No such person: 李明 11010519491231002X', {
      cause: new TypeError('x is not a function'),
    })
    const thrown = await answer(null, () => Promise.reject(defect)).catch((error: Error) => error)
    expect(thrown).toBeInstanceOf(Defect)
    expect((thrown as Error).stack).toBe('Defect: The function failed; its log says where.')
    const [logged = ''] = log.mock.calls.map(([line]) => String(line))
    expect(logged).toMatch(/^Error\n\s+at .*answer\.test\.ts/)
    expect(logged).toContain('caused by TypeError: x is not a function')
    expect(logged).not.toMatch(/李明|11010519/)
    log.mockRestore()
  })
})
