import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { askWallet, enrolCitizen } from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
const DAY = 86_400_000
let cloud: ReturnType<typeof createEnrolPorts>
let ask: <T>(action: WalletAction) => Promise<T>
beforeEach(async () => {
  cloud = createEnrolPorts()
  const { key } = await enrolCitizen(cloud, alice)
  ask = (action) => askWallet(cloud, alice, key, action)
})
const kinds = async () =>
  (await ask<{ entries: HistoryEntry[] }>({ action: 'history' })).entries.map(({ kind }) => kind).sort()

it('a phone in use is told when another one may take its place, and lets it at once', async () => {
  expect(await ask({ action: 'status' })).toEqual({ status: 'valid', numberLocked: false })
  await enrolCitizen(cloud, alice)
  const rebindingAt = (cloud.clock.now + DAY) / 1000
  cloud.clock.now += 5000
  expect(await ask({ action: 'status' })).toEqual({ status: 'valid', numberLocked: false, rebindingAt })
  await ask({ action: 'rebinding', allowed: true })
  expect(cloud.database.dump().rebindings).toMatchObject([{ readyAt: new Date(cloud.clock.now) }])
  expect(await kinds()).toEqual(['issued', 'rebinding'])
})

it('a phone that says no reads that it did, once, and nothing when nobody waits', async () => {
  for (const allowed of [true, false]) await ask({ action: 'rebinding', allowed })
  expect(await kinds()).toEqual(['issued'])
  await enrolCitizen(cloud, alice)
  for (let n = 0; n < 2; n++) await ask({ action: 'rebinding', allowed: false })
  expect(cloud.database.dump().rebindings).toBeUndefined()
  expect(await kinds()).toEqual(['issued', 'rebinding', 'vetoed'])
})

it('a number is locked and unlocked once, however often it is asked, and both are in the history', async () => {
  for (const locked of [false, true, true]) await ask({ action: 'number-lock', locked })
  const [citizen] = cloud.database.dump().citizens as unknown as { numberIndex: string }[]
  const lock = { _id: citizen?.numberIndex, lockedAt: new Date(cloud.clock.now) }
  expect(cloud.database.dump().numberLocks).toEqual([lock])
  expect(await kinds()).toEqual(['issued', 'number-locked'])
  for (let n = 0; n < 2; n++) await ask({ action: 'number-lock', locked: false })
  expect(cloud.database.dump().numberLocks).toBeUndefined()
  expect(await kinds()).toEqual(['issued', 'number-locked', 'number-unlocked'])
})
