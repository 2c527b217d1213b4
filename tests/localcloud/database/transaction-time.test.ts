import { createTransactions } from '@nansha/localcloud/database/transactions'
import { expect, it, vi } from 'vitest'

it('a transaction that is being written as its time ends keeps its locks until it is written', async () => {
  vi.useFakeTimers()
  let write = (): void => undefined
  const engine = {
    write: () =>
      new Promise<void>((resolve) => {
        write = () => resolve()
      }),
  } as never
  const versions = {
    current: () => 0,
    retain: () => undefined,
    release: () => undefined,
    record: () => undefined,
  } as never
  const transactions = createTransactions(engine, versions)
  const id = transactions.start('s')
  const transaction = transactions.find(id)
  transaction.writes.set('x', { collection: { name: 'c' }, id: 'x', before: null, after: {} } as never)
  let ended = false
  void transaction.ended.then(() => {
    ended = true
  })
  const done = transactions.commit(id)
  await vi.advanceTimersByTimeAsync(31_000)
  expect(ended).toBe(false)
  write()
  await done
  expect(ended).toBe(true)
  vi.useRealTimers()
})
