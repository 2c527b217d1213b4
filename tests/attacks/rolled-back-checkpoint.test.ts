import { expect, it } from 'vitest'
import { contradiction, createLogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry } from '../support/log'

it('a log that becomes shorter than it was seen is found out', async () => {
  const phone = await createLogPhone()
  const own = phone.ownEntry()
  await phone.show([own, logEntry('bob', 'bob'), logEntry('carol', 'carol')])
  const kept = (await phone.look()).log
  phone.deployment.clock.now += 60_000
  await phone.show([own, logEntry('bob', 'bob')])
  await expect(phone.look()).rejects.toEqual(contradiction('ROLLED_BACK'))
  expect(await phone.keptLog.load()).toEqual(kept)
})
