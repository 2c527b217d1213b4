import { CITIZENS } from '@nansha/core/records/citizens'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { askWallet, enrolCitizen } from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
let ask: (action: WalletAction) => Promise<unknown>
beforeEach(async () => {
  cloud = createEnrolPorts()
  const { key } = await enrolCitizen(cloud, alice)
  ask = (action) => askWallet(cloud, alice, key, action)
})
/** As a deletion leaves it that is cut short before the phone's record goes. */
const forget = async () => {
  for (const { _id } of cloud.database.dump().citizens ?? []) await cloud.database.in(CITIZENS).remove(_id)
}

it.each<[WalletAction, string]>([
  [{ action: 'passes', scenario: 'gate', count: 1 }, 'CREDENTIAL_REVOKED'],
  [{ action: 'issuances' }, 'CREDENTIAL_REVOKED'],
  [{ action: 'export' }, 'CREDENTIAL_REVOKED'],
  [{ action: 'add-document', type: 'driving-licence' }, 'CREDENTIAL_REVOKED'],
  [{ action: 'number-lock', locked: true }, 'CREDENTIAL_NONE'],
])('a phone whose identity was deleted is refused $action', async (action, code) => {
  await forget()
  await expect(ask(action)).rejects.toMatchObject({ code })
  expect(cloud.database.dump()).not.toHaveProperty('numberLocks')
})

it('a phone whose identity was deleted cannot renew its credential', async () => {
  cloud.clock.now += 340 * 86_400_000
  await forget()
  await expect(ask({ action: 'renew' })).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  expect(cloud.database.dump().credentials).toHaveLength(1)
})

it('a phone whose identity was deleted still reads its status, and deletes it once more', async () => {
  await ask({ action: 'number-lock', locked: true })
  await forget()
  expect(await ask({ action: 'status' })).toEqual({ status: 'valid', numberLocked: false })
  await ask({ action: 'delete' })
})
