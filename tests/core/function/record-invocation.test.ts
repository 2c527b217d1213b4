import { createAnswer } from '@nansha/core/function/answer'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, expect, it, vi } from 'vitest'

const lines: string[] = []
let time = 1_000
beforeEach(() => {
  lines.length = 0
})

const ports = { now: () => time, write: (line: string) => void lines.push(line) }
const written = () => lines.map((line) => JSON.parse(line) as object)

it('recordInvocation writes what was asked, what came of it, how long it took and whether the instance was new', async () => {
  const record = createInvocationLog('wallet', ports)
  const answer = createAnswer(record, ports.now)
  await answer({ request_id: 'a-1' }, async (invocation) => {
    invocation.action = 'handles'
    time += 12
    return {}
  })
  await answer({ request_id: 'a-2' }, async (invocation) => {
    invocation.action = 'unlock'
    throw new NanshaError('PIN_WRONG', { left: 9 })
  })
  expect(written()).toEqual([
    { function: 'wallet', action: 'handles', code: 'OK', ms: 12, cold: true, requestId: 'a-1' },
    { function: 'wallet', action: 'unlock', code: 'PIN_WRONG', ms: 0, cold: false, requestId: 'a-2' },
  ])
})

it('recordInvocation writes of an event that could not be parsed no action, and of a defect that it was one', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const answer = createAnswer(createInvocationLog('verify', ports), ports.now)
  await answer(null, () => Promise.reject(new NanshaError('INPUT_INVALID', { field: 'action' })))
  await answer(null, () => Promise.reject(new Error('李明'))).catch(() => undefined)
  expect(written()).toMatchObject([
    { action: null, code: 'INPUT_INVALID', requestId: null },
    { action: null, code: 'DEFECT' },
  ])
  expect(lines.join()).not.toContain('李明')
  quiet.mockRestore()
})

it('recordInvocation takes no malformed request id', async () => {
  const record = createInvocationLog('verify', ports)
  for (const request_id of ['李明', 'x'.repeat(65), 'a b', 7]) await record({ request_id }, async () => 0)
  expect(written().map((line) => 'requestId' in line && line.requestId)).toEqual([null, null, null, null])
})
