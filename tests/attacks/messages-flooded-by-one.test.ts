import type { AlertChannel } from '@nansha/core/alerts/alert-channel'
import { sendAlerts } from '@nansha/core/alerts/send-alerts'
import { CITIZENS } from '@nansha/core/records/citizens'
import { recordLateEvent } from '@nansha/core/verify/record-use'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

// A thief with an identity of their own has an accomplice’s desk refuse it again and again, so that the message about the
// use of a stolen one comes too late or never.
const victim = 'wxc:victim' as const
const thief = 'wxc:thief' as const
const OF_THIEF = '440115198001010015'

let cloud: ReturnType<typeof createEnrolPorts>
let told: string[]
beforeEach(async () => {
  cloud = createEnrolPorts()
  told = []
  const alerts: AlertChannel = {
    templateId: 'template',
    send: async (account) => {
      told.push(account)
      return 'sent'
    },
  }
  Object.assign(cloud.ports, { alerts })
  for (const [account, idNumber] of [
    [victim, undefined],
    [thief, OF_THIEF],
  ] as const) {
    const { key } = await enrolCitizen(cloud, account, { ...(idNumber && { idNumber }) })
    await askWallet(cloud, account, key, { action: 'alerts', wanted: true })
  }
})

const citizenOf = async (account: typeof victim | typeof thief) =>
  (await cloud.ports.database.in(CITIZENS).findOne({ account }))?._id ?? ''

it('a citizen who is refused without end keeps nobody else from being told', async () => {
  const [theirs, own] = [await citizenOf(victim), await citizenOf(thief)]
  const details = { kind: 'refused', code: 'TICKET_EXPIRED' } as const
  for (let use = 0; use < 120; use++) {
    cloud.clock.now += 400
    await recordLateEvent(cloud.ports, own, { useId: `use ${use}`, details, what: 'refused' })
  }
  await recordLateEvent(cloud.ports, theirs, {
    useId: 'theft',
    details: { kind: 'presented' },
    what: 'presented',
  })
  await sendAlerts(cloud.ports, () => 20_000)
  expect(told).toContain(victim)
})
