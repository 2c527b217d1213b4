import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { beginAttempt } from '@nansha/core/limits/attempts'
import { lockOut } from '@nansha/core/limits/lock-out'
import { ATTEMPTS } from '@nansha/core/records/attempts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestClock, type TestClock } from '../../support/clock'
import { createMemoryDatabase } from '../../support/memory-database'

const MINUTE = 60_000
const me = 'wxc:me' as const
const stranger = 'wxc:stranger' as const

let clock: TestClock
let ports: Parameters<typeof beginAttempt>[0]
beforeEach(() => {
  clock = createTestClock()
  ports = {
    database: createMemoryDatabase(),
    index: createBlindIndex(Buffer.alloc(32)),
    now: () => clock.now,
  }
})
const fail = (account: typeof me | typeof stranger, number = 'n') => beginAttempt(ports, account, number)
const exhausted = { code: 'ATTEMPTS_EXHAUSTED' }

describe('the waiting time after failed attempts', () => {
  it('grows and stops at a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => lockOut(failures, 2) / MINUTE)
    expect(waits).toEqual([0, 0, 15, 60, 360, 1440, 1440, 1440])
  })
})

describe('attempts on one number', () => {
  it('are locked out after the third failure, for longer each time', async () => {
    for (let i = 0; i < 3; i++) await fail(me)
    await expect(fail(me)).rejects.toMatchObject({
      ...exhausted,
      details: { retryAt: (clock.now + 15 * MINUTE) / 1000 },
    })
    clock.now += 15 * MINUTE
    await fail(me)
    clock.now += 59 * MINUTE
    await expect(fail(me)).rejects.toMatchObject(exhausted)
  })

  it('do not lock a stranger out', async () => {
    for (let i = 0; i < 3; i++) await fail(stranger)
    await expect(fail(stranger)).rejects.toMatchObject(exhausted)
    await expect(fail(me)).resolves.toBeDefined()
  })

  it('are counted one by one when made at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => fail(me)))
    const admitted = all.filter(({ status }) => status === 'fulfilled').length
    // So many transactions on one record: a few give up for conflicts before the third try is admitted.
    expect(admitted).toBeGreaterThan(0)
    for (let left = 3 - admitted; left > 0; left--) await fail(me)
    await expect(fail(me)).rejects.toMatchObject(exhausted)
  })

  it('do not count once they were forgiven, however many', async () => {
    for (let i = 0; i < 10; i++) await (await fail(me)).forgive()
    for (let i = 0; i < 3; i++) await fail(me)
    await expect(fail(me)).rejects.toMatchObject(exhausted)
  })

  it('stay counted when another one beside them is forgiven', async () => {
    const unreadable = await fail(me)
    await fail(me)
    await fail(me)
    await unreadable.forgive()
    await fail(me)
    await expect(fail(me)).rejects.toMatchObject(exhausted)
  })

  it('say which was the first, also after a forgiven first one', async () => {
    const unreadable = await fail(me)
    expect(unreadable.isFirst).toBe(true)
    await unreadable.forgive()
    expect((await fail(me)).isFirst).toBe(true)
    expect((await fail(me)).isFirst).toBe(false)
    expect((await fail(me, 'another')).isFirst).toBe(true)
    expect((await fail(stranger)).isFirst).toBe(true)
  })

  it('are forgotten once the person was proven, and after 30 days without another', async () => {
    await fail(me)
    await fail(me)
    await (await fail(me)).clear()
    for (let i = 0; i < 3; i++) await fail(me)
    await expect(fail(me)).rejects.toMatchObject(exhausted)
    clock.now += 30 * 24 * 60 * MINUTE
    for (let i = 0; i < 3; i++) await fail(me)
  })
})

describe('attempts over many numbers', () => {
  it('are counted together', async () => {
    for (let i = 0; i < 7; i++) await fail(me, `n${i}`)
    await expect(fail(me, 'another')).rejects.toMatchObject(exhausted)
  })

  it('are not cleared by proving oneself', async () => {
    for (let i = 0; i < 6; i++) await fail(me, `n${i}`)
    await (await fail(me, 'mine')).clear()
    await fail(me, 'another')
    await expect(fail(me, 'one more')).rejects.toMatchObject(exhausted)
  })

  it('leave neither number nor account in the database', async () => {
    await fail(me, 'n')
    expect(JSON.stringify(await ports.database.in(ATTEMPTS).find({}, { limit: 10 }))).not.toContain('wxc')
  })
})
