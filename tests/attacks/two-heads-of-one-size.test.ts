import { expect, it } from 'vitest'
import { contradiction, createLogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry } from '../support/log'

it('two log trees of one size, both rightly signed, are found out', async () => {
  const phone = await createLogPhone()
  const own = phone.ownEntry()
  await phone.show([own, logEntry('bob', 'bob')])
  await phone.look()
  await phone.show([own, logEntry('mallory', 'mallory')])
  await expect(phone.look()).rejects.toEqual(contradiction('TWO_HEADS'))
})
