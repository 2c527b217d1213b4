import { takeSlots } from '@nansha/core/limits/slots'
import { freeze } from '@nansha/core/wallet/freeze'
import { onlineCap } from '@nansha/core/wallet/issue-online-credential'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { beforeEach, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { ALICE } from '../../support/online-phone'
import { createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

const DAY = 86_400

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
  await online.unlock()
})
const fetch = (sector?: string, unlock: 'pin-or-biometric' | 'fresh-face' = 'pin-or-biometric') =>
  online.phone.wallet.client.fetchOnlineCredential({ key: holderKey(77), unlock, sector })
const payloadOf = async (credential: Promise<string>) =>
  decodeJws((await credential).split('~')[0] ?? '')?.payload

it('an online credential is good for a day, and says to the minute when the holder unlocked', async () => {
  online.clock.now += 90_000
  const seconds = unixSeconds(online.clock.now)
  const unlockedAt = seconds - 90
  expect(await payloadOf(fetch())).toMatchObject({
    iat: seconds,
    exp: seconds + DAY,
    amr: ['pin'],
    auth_time: unlockedAt - (unlockedAt % 60),
  })
})

it('an online credential does not outlive the identity that it stands for', async () => {
  const [identity] = online.cloud.database.dump().credentials as unknown as { expiresAt: Date }[]
  const end = Math.floor((identity?.expiresAt.getTime() ?? 0) / 1000)
  online.clock.now = (end - DAY / 2) * 1000
  await online.unlock()
  expect(await payloadOf(fetch())).toMatchObject({ exp: end })
})

it('the place of an online credential in the status lists is kept for eight days', async () => {
  await fetch()
  const [kept] = online.cloud.database.dump().onlineCredentials ?? []
  const statusChangedAt = new Date(online.clock.now)
  const expiresAt = new Date(online.clock.now + 8 * DAY * 1000)
  expect(kept).toMatchObject({ status: 'valid', statusChangedAt, expiresAt })
})

it('one phone gets sixty online credentials a day', async () => {
  const [device] = online.cloud.database.dump().devices ?? []
  const until = new Date(online.clock.now + DAY * 1000)
  // Fifty-nine by hand, for they take long to sign.
  await online.cloud.database.transaction((transaction) =>
    takeSlots(
      transaction,
      onlineCap(device?._id ?? ''),
      { id: 'earlier', count: 59, until },
      online.clock.now,
    ),
  )
  await fetch()
  expect(await refusalIn(fetch)).toBe('ATTEMPTS_EXHAUSTED')
  online.clock.now += DAY * 1000
  await online.unlock()
  await fetch()
})

it('a pseudonym is made only for who asks for one', async () => {
  expect(((await fetch()).match(/~/g) ?? []).length).toBe(
    ((await fetch('id.example')).match(/~/g) ?? []).length - 1,
  )
})

it('a frozen identity, and a phone that was not unlocked as the purpose demands, get no online credential', async () => {
  online.clock.now += 40 * 60_000
  await online.unlock()
  expect(await refusalIn(() => fetch(undefined, 'fresh-face'))).toBe('UNLOCK_REQUIRED')
  await freeze(online.cloud.ports, ALICE)
  expect(await refusalIn(fetch)).toBe('CREDENTIAL_FROZEN')
})

it('a deployment without a certificate for online use issues nothing', async () => {
  Object.assign(online.cloud.ports, { onlineSigner: undefined })
  expect(await refusalIn(fetch)).toBe('SERVICE_UNAVAILABLE')
})
