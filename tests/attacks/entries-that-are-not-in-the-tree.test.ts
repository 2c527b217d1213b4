import { decodeBase64url, encodeBase64url } from '@nansha/shared/encoding/base64url'
import { beforeEach, expect, it } from 'vitest'
import { contradiction, createLogPhone, type LogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry } from '../support/log'

let phone: LogPhone
beforeEach(async () => {
  phone = await createLogPhone()
})
/** Bytes of what is served under paths that begin so are others. */
const changing =
  (beginning: string, ...places: number[]) =>
  (path: string, found: string | null) => {
    if (!path.startsWith(beginning) || found === null) return found
    const bytes = decodeBase64url(found) ?? new Uint8Array(0)
    for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ 1
    return encodeBase64url(bytes)
  }

it('a bundle of entries in which one is given to another subject is found out', async () => {
  await phone.publish()
  await phone.look()
  await phone.issue(await phone.foreignEntry(), logEntry('bob', 'bob'))
  const hidden = { log: changing('tile/entries/', 72 + 2 + 6) }
  await expect(phone.look(hidden)).rejects.toEqual(contradiction('REWRITTEN'))
  expect((await phone.look()).issuances.some(({ isUnknown }) => isUnknown)).toBe(true)
})

it('a bundle with a foreign entry is found out at the first look too, when nothing was kept', async () => {
  await phone.issue(logEntry('bob', 'bob'))
  await expect(phone.look({ log: changing('tile/entries/', 72 + 2 + 6) })).rejects.toEqual(
    contradiction('ENTRIES'),
  )
})

it('a rewritten tile of the log gives no valid proof and hides nothing from before the first look', async () => {
  await phone.issue(logEntry('bob', 'bob'), logEntry('carol', 'carol'))
  const { log } = await phone.look({ log: changing('tile/0/', 8, 40, 72) })
  expect(log.staple).toBeUndefined()
  expect((await phone.look()).log.staple?.credential).toBe(phone.own)
})
