import type { Instance } from '@nansha/localcloud/functions/instance'
import { createPool } from '@nansha/localcloud/functions/pool'
import { PlatformError } from '@nansha/localcloud/platform-error'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settings = { name: 'face', timeout: 20, memorySize: 1024 }
const call = { requestId: 'r', environment: {}, event: '{}' }

/** Instances that answer when told to. */
function stage() {
  const started: { alive: boolean; answer(): void; crash(): void }[] = []
  const start = (): Instance => {
    let settle: { resolve(result: string): void; reject(error: Error): void } | undefined
    const self = {
      alive: true,
      answer: () => settle?.resolve(`from ${started.indexOf(self)}`),
      crash: () => {
        self.alive = false
        settle?.reject(new PlatformError('FUNCTIONS_EXECUTE_FAIL', 'crashed'))
      },
    }
    started.push(self)
    return {
      alive: () => self.alive,
      stop: async () => self.crash(),
      invoke: () => new Promise((resolve, reject) => (settle = { resolve, reject })),
    }
  }
  return { started, pool: createPool(settings, start) }
}

it('the pool of instances starts an instance for each call at a time, up to the memory that the function may take', async () => {
  const { started, pool } = stage()
  const calls = [pool.invoke(call), pool.invoke(call), pool.invoke(call)]
  expect(started).toHaveLength(2)
  started[0]?.answer()
  await expect(calls[0]).resolves.toBe('from 0')
  started[0]?.answer()
  await expect(calls[2]).resolves.toBe('from 0')
  started[1]?.answer()
  await expect(calls[1]).resolves.toBe('from 1')
})

it('the pool of instances ends an instance that had no work for a minute, and not before', async () => {
  const { started, pool } = stage()
  const answered = pool.invoke(call)
  started[0]?.answer()
  await answered
  vi.advanceTimersByTime(59_999)
  expect(pool.size()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(pool.size()).toBe(0)
  expect(started[0]?.alive).toBe(false)
})

it('the pool of instances counts the minute anew after each call', async () => {
  const { started, pool } = stage()
  for (const wait of [59_999, 59_999]) {
    const answered = pool.invoke(call)
    started[0]?.answer()
    await answered
    vi.advanceTimersByTime(wait)
  }
  expect(started).toHaveLength(1)
  expect(pool.size()).toBe(1)
})

it('the pool of instances gives a waiting call a new instance when the busy ones crash', async () => {
  const { started, pool } = stage()
  const failing = [pool.invoke(call), pool.invoke(call)].map((answer) => answer.catch((error) => error.code))
  const waiting = pool.invoke(call)
  started[0]?.crash()
  await expect(failing[0]).resolves.toBe('FUNCTIONS_EXECUTE_FAIL')
  expect(started).toHaveLength(3)
  started[2]?.answer()
  await expect(waiting).resolves.toBe('from 2')
})

it('the pool of instances lets running calls end when the bundle changes, and keeps no old instance', async () => {
  const { started, pool } = stage()
  const running = pool.invoke(call)
  pool.retire()
  started[0]?.answer()
  await expect(running).resolves.toBe('from 0')
  expect(pool.size()).toBe(0)
})

it('the pool of instances refuses waiting calls when it is closed', async () => {
  const { pool } = stage()
  const refused = [1, 2, 3].map(() => pool.invoke(call).catch((error) => error.code))
  pool.close()
  await expect(Promise.all(refused)).resolves.toEqual(
    Array(3).fill('FUNCTIONS_REQUEST_FAIL').fill('FUNCTIONS_EXECUTE_FAIL', 0, 2),
  )
  expect(pool.size()).toBe(0)
})
