import { beforeEach, describe, expect, test } from 'vitest'
import { createLogWatch } from '#citizen/log/log-watch'
import { logEntry } from '#support/log'
import { createLogPhone, type LogPhone } from '../support/log-phone'

let phone: LogPhone
let watch: ReturnType<typeof createLogWatch>
beforeEach(async () => {
  phone = await createLogPhone()
  watch = createLogWatch(phone.ports)
})
const DAY = 86_400_000
/** Looks when `time` has passed, at a log that was published just then. */
const lookAfter = async (time: number) => {
  phone.deployment.clock.now += time
  await phone.publish()
  phone.asked.length = 0
  await watch.look()
}

describe('the watch over the issuance log', () => {
  test('keeps the proof of a new credential as soon as the log has it, and then looks once a day', async () => {
    await phone.show([])
    await watch.look()
    expect(await phone.keptLog.load()).toMatchObject({ size: 0 })
    phone.deployment.logDatabase = phone.deployment.database
    await lookAfter(61_000)
    expect((await phone.keptLog.load())?.staple?.credential).toBe(phone.own)
    await lookAfter(3600_000)
    expect(phone.asked).toEqual([])
    await lookAfter(DAY)
    expect(phone.asked).toContain('checkpoint')
    expect(watch.store.get()).toBe('none')
  })

  test('tells of a credential that this phone did not get, and stops when its owner knows of it', async () => {
    await lookAfter(0)
    const foreign = await phone.foreignEntry()
    await phone.issue(foreign)
    await lookAfter(DAY)
    expect(watch.store.get()).toBe('unknown')
    const restarted = createLogWatch(phone.ports)
    await restarted.look()
    expect(restarted.store.get()).toBe('unknown')
    await phone.acknowledge(Buffer.from(foreign.credential).toString('base64url'))
    await restarted.look()
    expect(restarted.store.get()).toBe('none')
  })

  test('tells of a log that contradicts itself', async () => {
    await lookAfter(0)
    phone.deployment.clock.now += DAY
    await phone.show([logEntry('another', 'another')])
    await watch.look()
    expect(watch.store.get()).toBe('contradiction')
  })

  test('says nothing without network, and leaves to the owner what would take long', async () => {
    phone.deployment.network = false
    await watch.look()
    expect(watch.store.get()).toBe('none')
    phone.deployment.network = true
    const own = phone.ownEntry()
    await phone.show([own])
    await watch.look()
    const kept = await phone.keptLog.load()
    phone.deployment.clock.now += DAY
    await phone.show([own, ...Array.from({ length: 4100 }, (_, n) => logEntry(`other ${n}`))])
    await watch.look()
    expect(await phone.keptLog.load()).toEqual(kept)
    expect((await phone.look()).log.size).toBe(4101)
  })

  test('begins near the end of a long log, and reads of the rest nothing', async () => {
    await phone.show([...Array.from({ length: 9000 }, (_, n) => logEntry(`other ${n}`)), phone.ownEntry()])
    await watch.look()
    expect(await phone.keptLog.load()).toMatchObject({ size: 9001, start: { size: 5120 } })
    expect(phone.asked.filter((path) => path.startsWith('tile/entries/'))).toHaveLength(16)
  })
})
