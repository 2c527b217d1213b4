import type { AlertChannel } from '@nansha/core/alerts/alert-channel'
import { sendAlerts } from '@nansha/core/alerts/send-alerts'
import { enrolInPerson } from '@nansha/core/enrol/enrol-citizen'
import type { AccountKey } from '@nansha/core/records/account-key'
import { CITIZENS } from '@nansha/core/records/citizens'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../support/enrol-ports'
import { askWallet, enrolCitizen, RESIDENT_NUMBER } from '../support/enrolled-citizen'

// Whoever moves an identity to a phone of their own takes all of it: its owner must hear of it where they look.
const owner = 'wxc:owner' as const
const thief = 'wxc:thief' as const
const DAY = 86_400_000

let cloud: ReturnType<typeof createEnrolPorts>
let old: Awaited<ReturnType<typeof enrolCitizen>>
let told: [account: AccountKey, kind: string][]
beforeEach(async () => {
  cloud = createEnrolPorts()
  told = []
  const alerts: AlertChannel = {
    templateId: 'template',
    send: async (account, { kind }) => {
      told.push([account, kind])
      return 'sent'
    },
  }
  Object.assign(cloud.ports, { alerts })
  old = await enrolCitizen(cloud, owner)
  await askWallet(cloud, owner, old.key, { action: 'alerts', wanted: true })
})
const send = () => sendAlerts(cloud.ports, () => 20_000)

/** An officer gives the number to another account, to another phone or to this one. */
async function moveAtCounter(account: AccountKey, key = newHolderKey()): Promise<typeof key> {
  const at = new Date(cloud.clock.now)
  const citizen = await cloud.ports.database.in(CITIZENS).findOne({ account: owner })
  const person = {
    enrolment: { _id: 'at-a-counter', account, consent: { version: 'in-person', at } },
    claims: { name: '李明', id_number: RESIDENT_NUMBER, sex: 'female', birthdate: '1949-12-31' },
    numberIndex: citizen?.numberIndex ?? '',
    portrait: Buffer.from('a portrait'),
    assurance: 'in-person',
    publicJwk: key.publicJwk,
    faceAt: at,
  } as const
  await enrolInPerson(cloud.ports, person, async () => undefined)
  return key
}

describe('an identity that is moved', () => {
  it('to another account at a counter is told to the account that had it', async () => {
    await moveAtCounter(thief)
    await send()
    expect(told).toEqual([[owner, 'issued']])
  })

  it('to another phone of the account is told, also when that phone wants no messages at once', async () => {
    cloud.clock.now += 8 * DAY
    const { key } = await enrolCitizen(cloud, owner)
    await askWallet(cloud, owner, key, { action: 'alerts', wanted: false })
    await send()
    expect(told).toEqual([[owner, 'issued']])
  })

  it('to another phone of the account goes on to be told of', async () => {
    cloud.clock.now += 8 * DAY
    const { key } = await enrolCitizen(cloud, owner)
    const { alerts } = await askWallet<WalletStatus>(cloud, owner, key, { action: 'status' })
    expect(alerts).toMatchObject({ areWanted: true })
  })

  it('to another account does not take the wish for messages with it', async () => {
    const key = await moveAtCounter(thief)
    const { alerts } = await askWallet<WalletStatus>(cloud, thief, key, { action: 'status' })
    expect(alerts).toMatchObject({ areWanted: false })
  })

  it('and then deleted is told all the same', async () => {
    const key = await moveAtCounter(thief)
    await askWallet(cloud, thief, key, { action: 'delete' })
    await send()
    expect(told).toEqual([[owner, 'issued']])
  })
})

it('an identity that is proven anew on the same phone is no news, and its messages go on', async () => {
  await moveAtCounter(owner, old.key)
  await send()
  expect(told).toEqual([])
  const { alerts } = await askWallet<WalletStatus>(cloud, owner, old.key, { action: 'status' })
  expect(alerts).toMatchObject({ areWanted: true })
})
