import { historyEntry } from '@nansha/core/history/citizen-event'
import type { CitizenEvent } from '@nansha/core/records/citizen-events'
import { CITIZEN_CLAIMS, CITIZENS, type CitizenClaims } from '@nansha/core/records/citizens'
import type { Device } from '@nansha/core/records/devices'
import type { Holder } from '@nansha/core/records/holder'
import type { WaitingGuest } from '@nansha/core/records/waiting-guests'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { showReceipt } from '@nansha/core/wallet/receipt'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import type { HolderKind } from '@nansha/shared/scenarios'
import { beforeEach, describe, expect, it } from 'vitest'
import { openGuest } from '#demo/authority/open-guest'
import { ISSUER } from '#support/issuer'
import { FOREIGNER, RESIDENT } from '#support/person'
import { AUTHORITY } from '#support/trust'
import { CLERK, createWorld, type World } from '#support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
const become = (claims: CitizenClaims) =>
  world.database
    .in(CITIZENS)
    .update('citizen', { claims: CITIZEN_CLAIMS.seal(world.ports.envelopes, 'citizen', claims) })
const check = async (holder: HolderKind) => {
  const ticket = world.show(await world.giveHandle(), { holder })
  return verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
}
const told = async (useId: string) => {
  const holder = {
    credential: world.credential,
    device: { ...world.device, citizenId: 'citizen' } as Device,
  } as Holder
  const receipt = await showReceipt(world.ports as unknown as WalletPorts, holder, useId)
  const [event] = (world.database.dump().events ?? []) as CitizenEvent[]
  return [receipt.state === 'waiting' ? [] : receipt.disclosed, event && historyEntry(event).disclosed]
}
const registered = async () => {
  const [waiting] = (world.database.dump().waitingGuests ?? []) as WaitingGuest[]
  if (!waiting) throw new Error('Nobody waits for a room.')
  const place = { issuer: ISSUER, organisation: 'organisation-1', version: 1, field: 'fields' } as const
  const { stayId: stay, guest } = waiting
  return openGuest(AUTHORITY.sealing, { ...place, stay, guest: guest.id }, guest.sealed)
}

describe('a foreign permanent resident at a hotel', () => {
  const SHOWN = ['portrait', 'name', 'id_number_last4']

  it('shows the desk what others show, and is reported with nationality, Chinese name and validity', async () => {
    await become(FOREIGNER)
    const { useId, claims } = await check('foreigner')
    expect(claims).toEqual({ name: FOREIGNER.name, id_number_last4: FOREIGNER.id_number.slice(-4) })
    await confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
    expect(await registered()).toEqual(FOREIGNER)
  })

  it('reads in receipt and history what was handed over, and of no ethnic group or address', async () => {
    await become(FOREIGNER)
    const { useId } = await check('foreigner')
    const registers = ['id_number', 'sex', 'birthdate', 'nationality', 'chinese_name', 'card_validity']
    expect(await told(useId)).toEqual([
      [...SHOWN, ...registers],
      [...SHOWN, ...registers],
    ])
  })

  it('whose card prints no Chinese name reads of none', async () => {
    const { chinese_name: _, ...latin } = FOREIGNER
    await become(latin)
    const { useId } = await check('foreigner')
    for (const disclosed of await told(useId)) expect(disclosed).not.toContain('chinese_name')
  })
})

it('a resident of whom no address is known reads of none, and a missing one is not reported', async () => {
  const { address: _, ethnicity: __, card_validity: ___, ...known } = RESIDENT
  await become(known)
  const { useId } = await check('holder')
  const disclosed = ['portrait', 'name', 'id_number_last4', 'id_number', 'sex', 'birthdate']
  expect(await told(useId)).toEqual([disclosed, disclosed])
  await confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
  expect(await registered()).toEqual(known)
})
