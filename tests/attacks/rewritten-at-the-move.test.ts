import { expect, it } from 'vitest'
import { contradiction, createLogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry, storeChain } from '../support/log'
import { createMemoryDatabase } from '../support/memory-database'

const entries = ['a', 'b', 'secretly issued', 'd', 'e'].map((name) => logEntry(name, name))

it('an issuance left out at the move from chain to tree is found by a phone that kept a head', async () => {
  const phone = await createLogPhone()
  const head = await storeChain(createMemoryDatabase(), entries)
  phone.storage.values.set('log-head', JSON.stringify(head))
  const own = phone.ownEntry()

  await phone.show([...entries.filter((_, at) => at !== 2), logEntry('innocent', 'innocent'), own])
  await expect(phone.look()).rejects.toEqual(contradiction('REWRITTEN'))
  await phone.show(entries.slice(0, 4))
  await expect(phone.look()).rejects.toEqual(contradiction('ROLLED_BACK'))

  await phone.show([...entries, own])
  expect((await phone.look()).log.size).toBe(6)
  expect(phone.storage.values.has('log-head')).toBe(false)
})
