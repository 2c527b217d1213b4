import { beforeEach, expect, it } from 'vitest'
import { contradiction, createLogPhone, type LogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry } from '../support/log'

let phone: LogPhone
beforeEach(async () => {
  phone = await createLogPhone()
})

it('an operator who takes an issuance out of the log and signs it anew is found out, each time', async () => {
  const [bob, secret, carol] = ['bob', 'secretly issued', 'carol'].map((name) => logEntry(name, name))
  if (!bob || !secret || !carol) throw new Error('no entries')
  const own = phone.ownEntry()
  await phone.show([bob, secret, own])
  const kept = (await phone.look()).log

  await phone.show([bob, logEntry('innocent', 'innocent'), own, carol])
  await expect(phone.look()).rejects.toEqual(contradiction('REWRITTEN'))
  await expect(phone.look()).rejects.toEqual(contradiction('REWRITTEN'))
  expect(await phone.keptLog.load()).toEqual(kept)
})

it('the order of logged entries cannot be changed', async () => {
  const [bob, carol] = [logEntry('bob', 'bob'), logEntry('carol', 'carol')]
  const own = phone.ownEntry()
  await phone.show([bob, own])
  await phone.look()
  await phone.show([own, bob, carol])
  await expect(phone.look()).rejects.toEqual(contradiction('REWRITTEN'))
})
