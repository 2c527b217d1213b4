import { historyEntry } from '@nansha/core/history/citizen-event'
import type { CitizenEvent } from '@nansha/core/records/citizen-events'
import { CITIZENS } from '@nansha/core/records/citizens'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import type { WaitingGuest } from '@nansha/core/records/waiting-guests'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { stayOfUse } from '@nansha/shared/stays/stay-of-use'
import { beforeEach, describe, expect, it } from 'vitest'
import { openGuest } from '#demo/authority/open-guest'
import { ISSUER } from '#support/issuer'
import { RESIDENT } from '#support/person'
import { AUTHORITY } from '#support/trust'
import { CLERK, createWorld, OTHER_CLERK, type World } from '#support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const shown = async (scenario: 'hotel' | 'gate' = 'hotel') => {
  const ticket = world.show(await world.giveHandle(), { scenario })
  return (await verifyTicket(world.ports, CLERK, { scenario, ticket })).useId
}
const confirm = (useId: string, portraitMatches = true, account: typeof CLERK | typeof OTHER_CLERK = CLERK) =>
  confirmUse(world.ports, account, { useId, portraitMatches })

describe('confirming', () => {
  it('refuses a check of somebody who deleted their identity meanwhile, and registers nobody', async () => {
    const useId = await shown()
    await world.database.in(CITIZENS).remove('citizen')
    expect(await confirm(useId)).toEqual({ verdict: 'refused' })
    expect(world.database.dump().uses).toMatchObject([
      { state: 'refused', decidedAt: new Date(world.clock.now) },
    ])
    expect(world.database.dump().waitingGuests).toBeUndefined()
    // The visit alone: who is gone reads of no refusal.
    expect(world.database.dump().events).toHaveLength(1)
  })

  it('refuses a check whose credential is no longer on record', async () => {
    const useId = await shown()
    await world.database.in(CREDENTIALS).remove(world.credential._id)
    await expect(confirm(useId)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  })

  it('lets a hotel guest wait for a room, with no more than name and last four to read', async () => {
    expect(await confirm(await shown())).toEqual({ verdict: 'accepted' })
    const [waiting] = (world.database.dump().waitingGuests ?? []) as WaitingGuest[]
    expect(waiting).toMatchObject({
      organisationId: 'organisation-1',
      guest: { kind: 'nansha', name: '李明', last4: '002X', isMinor: false, checkedBy: '王芳' },
    })
    const place = {
      issuer: ISSUER,
      organisation: 'organisation-1',
      stay: waiting?.stayId ?? '',
      guest: waiting?.guest.id ?? '',
      version: 1,
      field: 'fields',
    } as const
    const { card_validity, ...registered } = RESIDENT
    const opened = waiting && (await openGuest(AUTHORITY.sealing, place, waiting.guest.sealed))
    expect(opened).toEqual(registered)
  })

  it('puts guests into one stay where the desk says so, and each into a stay of their own elsewhere', async () => {
    const [alone, first, second] = [await shown(), await shown(), await shown()]
    await confirm(alone)
    const stay = stayOfUse(first)
    for (const useId of [first, second])
      await confirmUse(world.ports, CLERK, { useId, portraitMatches: true, stay })
    const waiting = (world.database.dump().waitingGuests ?? []) as WaitingGuest[]
    expect(waiting.map(({ stayId }) => stayId)).toEqual([stayOfUse(alone), stay, stay])
  })

  it('registers nothing where the scenario has no register', async () => {
    await confirm(await shown('gate'))
    expect(world.database.dump().waitingGuests).toBeUndefined()
  })

  it('tells the citizen when the clerk saw somebody else, and registers nothing', async () => {
    expect(await confirm(await shown(), false)).toEqual({ verdict: 'refused' })
    const events = (world.database.dump().events ?? []) as CitizenEvent[]
    expect(events.map((event) => historyEntry(event))).toMatchObject([
      { kind: 'presented' },
      { kind: 'refused', code: 'PORTRAIT_MISMATCH', scenario: 'hotel', organisation: { en: 'Nansha Hotel' } },
    ])
    expect(world.database.dump().waitingGuests).toBeUndefined()
  })

  it('ends one way, however many ask at once', async () => {
    const useId = await shown()
    const both = await Promise.allSettled([confirm(useId), confirm(useId, false)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'USE_DECIDED' },
    })
  })

  it('answers a desk that lost the answer, and remembers when it first decided', async () => {
    const useId = await shown()
    const decidedAt = new Date(world.clock.now)
    await confirm(useId)
    world.clock.now += 1000
    expect([await confirm(useId), await confirm(useId)]).toEqual([
      { verdict: 'accepted' },
      { verdict: 'accepted' },
    ])
    expect(world.database.dump().waitingGuests).toHaveLength(1)
    expect(world.database.dump().uses).toMatchObject([{ state: 'accepted', decidedAt }])
  })

  it('tells the citizen of a refusal once, though the desk asks again', async () => {
    const useId = await shown()
    expect(await confirm(useId, false)).toEqual(await confirm(useId, false))
    expect(world.database.dump().events).toHaveLength(2)
  })

  it('is for the clerk who scanned', async () => {
    const useId = await shown()
    await expect(confirm(useId, true, OTHER_CLERK)).rejects.toMatchObject({ code: 'USE_UNKNOWN' })
    await expect(confirm('A'.repeat(22))).rejects.toMatchObject({ code: 'USE_UNKNOWN' })
  })

  it('refuses what was frozen since, and leaves the use open', async () => {
    const useId = await shown()
    await world.setCredential({ status: 'frozen' })
    await expect(confirm(useId)).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
    expect(world.database.dump().waitingGuests).toBeUndefined()
    expect(await confirm(useId, false)).toEqual({ verdict: 'refused' })
  })

  it('is possible for ten minutes', async () => {
    const useId = await shown()
    world.clock.now += 10 * 60_000 + 1
    await expect(confirm(useId)).rejects.toMatchObject({ code: 'USE_EXPIRED' })
    world.clock.now -= 1
    expect(await confirm(useId)).toEqual({ verdict: 'accepted' })
  })

  it('refuses a credential that was revoked since', async () => {
    const useId = await shown()
    await world.setCredential({ status: 'revoked' })
    await expect(confirm(useId)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  })

  it('is not for a clerk whose organisation lost the purpose since', async () => {
    const useId = await shown()
    await world.setOrganisation({ scenarios: ['gate'] })
    await expect(confirm(useId)).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
    await world.setOrganisation({ scenarios: ['hotel'], licenceExpiresAt: new Date(world.clock.now) })
    await expect(confirm(useId)).rejects.toMatchObject({ code: 'LICENCE_EXPIRED' })
  })
})
