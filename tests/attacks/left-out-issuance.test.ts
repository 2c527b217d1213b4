import { unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import { expect, it } from 'vitest'
import { summariseIssuances } from '#citizen/log/summarise-issuances'
import { contradiction, createLogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry } from '../support/log'

it('a second credential on the number, which the server does not mention, is seen by the phone', async () => {
  const phone = await createLogPhone()
  await phone.publish()
  await phone.look()
  const foreign = await phone.foreignEntry('issued to a thief')
  await phone.issue(logEntry('bob', 'bob'), foreign, logEntry('carol', 'carol'))
  const { issuances } = await phone.look()
  expect(issuances.filter(({ isUnknown }) => isUnknown).map(({ credential }) => credential)).toEqual([
    encodeBase64url(foreign.credential),
  ])
})

it('an unmentioned credential from before this phone was bound is shown as unaccounted for', async () => {
  const phone = await createLogPhone()
  const foreign = await phone.foreignEntry('issued to a thief')
  await phone.show([foreign, phone.ownEntry()])
  const read = await phone.look()
  expect(read.issuances).toHaveLength(2)
  expect(summariseIssuances(read)).toMatchObject({ kind: 'warn', values: { count: 2 } })
})

it('a credential that the server names and the log does not have is found out', async () => {
  const phone = await createLogPhone()
  await phone.publish()
  const credential = 'B'.repeat(43)
  const hourAgo = unixSeconds(phone.deployment.clock.now) - 3601
  const wallet = (answer: Awaited<ReturnType<typeof phone.answer>>) => ({
    ...answer,
    issued: [
      ...answer.issued,
      { ...answer.issued[0], credential, issuedAt: hourAgo } as (typeof answer.issued)[0],
    ],
  })
  await expect(phone.look({ wallet })).rejects.toEqual(contradiction('MISSING'))
})

it('a log without the credential on this phone is found out an hour after it was issued', async () => {
  const phone = await createLogPhone()
  phone.deployment.clock.now += 3_700_000
  await phone.show([logEntry('bob', 'bob')])
  await expect(phone.look()).rejects.toEqual(contradiction('MISSING'))
})

it('a decoy subject under which the phone’s own credential alone is logged is found out', async () => {
  const phone = await createLogPhone()
  const decoy = logEntry('', 'a decoy').subject
  await phone.show([{ ...phone.ownEntry(), subject: decoy }, await phone.foreignEntry()])
  await expect(phone.look()).rejects.toEqual(contradiction('SUBJECT'))
})
