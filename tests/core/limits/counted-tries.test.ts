import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import type { AttemptPorts } from '@nansha/core/limits/attempts'
import { type CodeTrier, countCodeTry, takeBackCodeTry } from '@nansha/core/limits/code-attempts'
import { countFilming, forgiveFilming } from '@nansha/core/limits/filming-attempts'
import { clearRechecks, countRecheck, forgiveRecheck } from '@nansha/core/limits/recheck-attempts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestClock, type TestClock } from '#support/clock'
import { createMemoryDatabase } from '#support/memory-database'

const MINUTE = 60_000
/** Two minutes before midnight in China. */
const START = Date.parse('2026-03-10T15:58:00Z')
let clock: TestClock
let ports: AttemptPorts
beforeEach(() => {
  clock = createTestClock(START)
  ports = {
    database: createMemoryDatabase(),
    index: createBlindIndex(Buffer.alloc(32)),
    now: () => clock.now,
  }
})
/** How many tries are admitted in a row before one has to wait, and how long in minutes. */
async function admitted(attempt: () => Promise<unknown>): Promise<[tries: number, minutes: number]> {
  for (let tries = 0; tries < 100; tries++) {
    const refusal = await attempt().then(
      () => null,
      ({ details }: { details: { retryAt: number } }) => details.retryAt,
    )
    if (refusal !== null) return [tries, (refusal * 1000 - clock.now) / MINUTE]
  }
  return expect.unreachable()
}

describe('wrong codes', () => {
  const trier = (account: string, organisationId = 'hall'): CodeTrier => ({ account, organisationId })
  const fail = (by: CodeTrier) => () => countCodeTry(ports, by)
  const takeBack = (by: CodeTrier) =>
    ports.database.transaction((transaction) => takeBackCodeTry(ports, transaction, by))

  it('cost a person nothing ten times a day, and then a wait that ends with the day', async () => {
    expect(await admitted(fail(trier('one')))).toEqual([11, 15])
    clock.now += MINUTE
    await expect(countCodeTry(ports, trier('one'))).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    clock.now += MINUTE
    expect(await admitted(fail(trier('one')))).toEqual([11, 15])
  })

  it('cost an organisation nothing sixty times a day, whoever tries, and another one is not held up', async () => {
    for (let clerk = 0; clerk < 6; clerk++)
      for (let tries = 0; tries < 10; tries++) await countCodeTry(ports, trier(`clerk${clerk}`))
    expect(await admitted(fail(trier('clerk6')))).toEqual([1, 15])
    expect(await admitted(fail(trier('clerk7', 'another')))).toEqual([11, 15])
  })

  it('are not counted for a person or an organisation once the code was right, and earlier ones stay', async () => {
    for (let tries = 0; tries < 10; tries++) await countCodeTry(ports, trier('one'))
    for (let right = 0; right < 60; right++) {
      await countCodeTry(ports, trier('one'))
      await takeBack(trier('one'))
    }
    expect(await admitted(fail(trier('one')))).toEqual([1, 15])
  })
})

describe('other faces on a phone', () => {
  it('cost nothing three times, and bear on that phone alone', async () => {
    expect(await admitted(() => countRecheck(ports, 'phone'))).toEqual([4, 15])
    await countRecheck(ports, 'another')
  })

  it('do not count when nothing was decided, nor once the holder was seen', async () => {
    for (let tries = 0; tries < 5; tries++) {
      await countRecheck(ports, 'phone')
      await forgiveRecheck(ports, 'phone')
    }
    for (let tries = 0; tries < 3; tries++) await countRecheck(ports, 'phone')
    await ports.database.transaction((transaction) => clearRechecks(ports, transaction, 'phone'))
    expect(await admitted(() => countRecheck(ports, 'phone'))).toEqual([4, 15])
  })
})

it('challenges that nobody living answered cost nothing ten times; an answered one is taken back alone', async () => {
  const draw = () => ports.database.transaction((transaction) => countFilming(ports, transaction, 'wxc:me'))
  for (let tries = 0; tries < 5; tries++) await draw()
  await draw()
  await forgiveFilming(ports, 'wxc:me')
  expect(await admitted(draw)).toEqual([6, 15])
})
