import { collectRebinding } from '@nansha/core/enrol/rebinding'
import type { Rebinding } from '@nansha/core/records/rebindings'
import { answerRebinding } from '@nansha/core/wallet/answer-rebinding'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles, Passes } from '@nansha/shared/api/wallet-answers'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen, signRequest } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let cloud: ReturnType<typeof createEnrolPorts>
let seenAt: number
/** The phone in use, and the new one whose face check was just passed and which waits. */
let old: Awaited<ReturnType<typeof enrolCitizen>>
let waiting: typeof old
beforeEach(async () => {
  cloud = createEnrolPorts()
  old = await enrolCitizen(cloud, alice)
  cloud.clock.now += HOUR
  seenAt = cloud.clock.now
  waiting = await enrolCitizen(cloud, alice)
})
const enrolmentId = () => ((cloud.database.dump().rebindings ?? []) as Rebinding[])[0]?.enrolmentId ?? ''
const collect = () => collectRebinding(cloud.ports, alice, enrolmentId())
const ask = <R>(action: WalletAction) => askWallet<R>(cloud, alice, waiting.key, action)

it('a face that was seen eight days before the phone was bound releases nothing and sets no PIN', async () => {
  cloud.clock.now = seenAt + 190 * HOUR
  expect(await collect()).toHaveProperty('credential')
  for (const [action, code] of [
    [{ action: 'handles', count: 1 }, 'UNLOCK_REQUIRED'],
    [{ action: 'passes', scenario: 'gate', count: 1 }, 'UNLOCK_REQUIRED'],
    [{ action: 'set-pin', pin: '385201' }, 'FACE_REQUIRED'],
    [{ action: 'unfreeze' }, 'UNLOCK_REQUIRED'],
  ] as const)
    await expect(ask(action)).rejects.toMatchObject({ code })
})

it('a face is fresh for half an hour after it was seen, however late the phone was let in', async () => {
  cloud.clock.now = seenAt + 20 * MINUTE
  const request = signRequest(old.key, { action: 'rebinding', allowed: true }, cloud.clock.now)
  await answerRebinding(cloud.ports, await openRequest(cloud.ports, alice, request), true)
  await collect()
  const end = (seenAt + 30 * MINUTE) / 1000
  const { handles } = await ask<Handles>({ action: 'handles', count: 1 })
  expect(handles[0]).toMatchObject({ goodUntil: { 'fresh-face-or-fresh-pin': end } })
  expect(await ask<Passes>({ action: 'passes', scenario: 'gate', count: 1 })).toMatchObject({
    expiresAt: end,
  })
  cloud.clock.now = seenAt + 24 * HOUR
  await ask({ action: 'handles', count: 1 })
  cloud.clock.now += 1
  await expect(ask({ action: 'handles', count: 1 })).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
})

it('a phone that collects its credential too late gets none, swept or not', async () => {
  cloud.clock.now = seenAt + 8 * 24 * HOUR
  await expect(collect()).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
})

it('a face counts from when it may first have been filmed, not from when the phone submitted it', async () => {
  cloud = createEnrolPorts()
  const begin = cloud.clock.now
  cloud.world.liveness = (
    (seen) =>
    async (...asked) => {
      cloud.clock.now += 2 * MINUTE
      return seen(...asked)
    }
  )(cloud.world.liveness)
  const { key } = await enrolCitizen(cloud, alice)
  const { handles } = await askWallet<Handles>(cloud, alice, key, { action: 'handles', count: 1 })
  expect(handles[0]).toMatchObject({ goodUntil: { 'fresh-face-or-pin': (begin + 30 * MINUTE) / 1000 } })
})
