import { decodeBase64url, encodeBase64url } from '@nansha/shared/encoding/base64url'
import { logOf } from '@nansha/shared/log/issuer-log'
import { verifyStapledProof } from '@nansha/shared/log/stapled-proof'
import { beforeEach, describe, expect, test } from 'vitest'
import { logEntry, readLog } from '#support/log'
import { logSigner } from '../support/deployment'
import { contradiction, createLogPhone, type LogPhone } from '../support/log-phone'

let phone: LogPhone
beforeEach(async () => {
  phone = await createLogPhone()
})
const others = (count: number, name = 'other') =>
  Array.from({ length: count }, (_, n) => logEntry(`${name} ${n}`, `${name} ${n}`))

describe('a look at the issuance log', () => {
  test('before the log is first published nothing can be checked', async () => {
    await expect(phone.look()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  })

  test('a credential that the log has not taken in yet is shown as just issued', async () => {
    await phone.show([])
    const { issuances } = await phone.look()
    expect(issuances).toMatchObject([{ place: 'waiting', isOwn: true, issued: { status: 'valid' } }])
  })

  test('shows the own credential, read in the log, and keeps the tree', async () => {
    await phone.publish()
    const { issuances, log, before } = await phone.look()
    expect(issuances).toMatchObject([
      {
        credential: phone.own,
        event: 'issued',
        issued: { status: 'valid', assurance: 'specimen', isHere: true },
        place: 'logged',
        isOwn: true,
        isUnknown: false,
      },
    ])
    expect(before).toBe(0)
    expect(await phone.keptLog.load()).toEqual(log)
    const { checkpoint } = await readLog(phone.deployment.database, logSigner)
    expect(log).toMatchObject({ size: 1, root: encodeBase64url(checkpoint.root), start: { size: 0 } })
  })

  test('keeps a proof that stands by itself', async () => {
    await phone.issue(...others(5))
    const { log } = await phone.look()
    const [issuer] = phone.deployment.ports.trust.issuers
    const logged = issuer && verifyStapledProof(log.staple?.proof ?? '', phone.jws, logOf(issuer))
    expect(logged).toMatchObject({ entry: { event: 'issued' }, checkpoint: { size: 6 } })
  })

  test('reads only what is new since the last look, and what was seen is still there', async () => {
    await phone.issue(...others(300))
    await phone.look()
    phone.asked.length = 0
    await phone.issue(...others(260, 'later'))
    const { before, log } = await phone.look()
    expect([before, log.size]).toEqual([301, 561])
    expect(phone.asked.filter((path) => path.startsWith('tile/entries/'))).toEqual([
      'tile/entries/001',
      'tile/entries/002.p/49',
    ])
    phone.asked.length = 0
    await phone.look()
    expect(phone.asked).toEqual(['checkpoint'])
  })

  test('of a log that is long reads the newest part first, and the rest a part at a look', async () => {
    const earlier = await phone.foreignEntry('of an earlier phone')
    const rest = [...others(33_000, 'middle'), phone.ownEntry(), ...others(398, 'last')]
    await phone.show([...others(100, 'first'), earlier, ...rest])
    const first = await phone.look()
    expect(first.log).toMatchObject({
      size: 33_500,
      start: { size: 16_896 },
      back: { range: { size: 16_384 } },
    })
    expect(first.issuances.map(({ isOwn }) => isOwn)).toEqual([true])
    const bundles = () => phone.asked.filter((path) => path.startsWith('tile/entries/'))
    expect(bundles()[0]).toBe('tile/entries/066')
    expect(bundles()).toHaveLength(65 + 64)

    phone.asked.length = 0
    const second = await phone.look()
    expect(bundles()).toEqual(['tile/entries/064', 'tile/entries/065'])
    expect(second.log.start.size).toBe(0)
    expect(second.issuances.map(({ isOwn }) => isOwn).sort()).toEqual([false, true])
  })

  test('says what became of a credential of an earlier phone, and that it is not on this one', async () => {
    await phone.show([await phone.foreignEntry('of an earlier phone'), phone.ownEntry()])
    const { issuances } = await phone.look()
    expect(issuances.map(({ isOwn, isUnknown, issued }) => [isOwn, isUnknown, issued?.status])).toEqual(
      expect.arrayContaining([
        [true, false, 'valid'],
        [false, false, undefined],
      ]),
    )
  })

  test('one that its owner knows of is no longer asked about', async () => {
    await phone.publish()
    await phone.look()
    const foreign = await phone.foreignEntry()
    await phone.issue(foreign)
    expect((await phone.look()).issuances).toContainEqual(expect.objectContaining({ isUnknown: true }))
    await phone.acknowledge(encodeBase64url(foreign.credential))
    expect((await phone.look()).issuances).not.toContainEqual(expect.objectContaining({ isUnknown: true }))
  })

  test('a checkpoint of yesterday is no proof of anything, and no accusation either', async () => {
    await phone.publish()
    phone.deployment.clock.now += 25 * 3600_000
    await expect(phone.look()).rejects.toEqual(contradiction('HEAD'))
  })

  test('a smaller checkpoint that was only on its way for long is no accusation', async () => {
    await phone.publish()
    const { note } = (await phone.look()).log
    phone.deployment.clock.now += 60_000
    await phone.issue(...others(3))
    await phone.look()
    const late = Buffer.from(note).toString('base64url')
    const stale = { log: (path: string, found: string | null) => (path === 'checkpoint' ? late : found) }
    await expect(phone.look(stale)).rejects.toEqual(contradiction('HEAD'))
  })

  test('an entry of a form that this app does not know is not passed over', async () => {
    await phone.publish()
    await phone.look()
    await phone.issue(logEntry('of a later version'))
    const unknown = (path: string, found: string | null) => {
      if (!path.startsWith('tile/entries/') || found === null) return found
      const bytes = decodeBase64url(found) ?? new Uint8Array(0)
      bytes[2 + 72] = 9
      return encodeBase64url(bytes)
    }
    await expect(phone.look({ log: unknown })).rejects.toEqual(contradiction('HEAD'))
  })

  test('what is not there, or cut off, is an outage', async () => {
    await phone.publish()
    const missing = { log: (path: string, found: string | null) => (path === 'checkpoint' ? found : 'AA') }
    await expect(phone.look(missing)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    expect(await phone.keptLog.load()).toBeUndefined()
  })

  test('a phone that another person enrolled on looks for the entries of that person from then on', async () => {
    await phone.issue(...others(3))
    const first = await phone.look()
    const kept = await phone.keptLog.load()
    if (kept)
      await phone.keptLog.save({ ...kept, subject: 'A'.repeat(43), found: [], known: ['of the other'] })
    const next = await phone.look()
    expect(next.issuances).toEqual(first.issuances)
    expect(next.log.known).toEqual([phone.own])
  })
})
