import { CITIZENS } from '@nansha/core/records/citizens'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { digestText } from '@nansha/shared/encoding/digest'
import { requestedClaims } from '@nansha/shared/scenarios'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'

import { createOfflineWorld } from '#support/offline-world'
import { CLERK, createWorld } from '#support/world'

const HOTEL = { zh: '南沙酒店', en: 'Nansha Hotel' }
const YEAR = 365 * 86_400_000

describe('what a desk has checked', () => {
  it('is kept for a year, so that a handle is not free for a second use', async () => {
    const world = await createWorld()
    const ticket = world.show(await world.giveHandle())
    await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
    const [at, expiresAt] = [new Date(world.clock.now), new Date(world.clock.now + YEAR)]
    expect(world.database.dump().uses).toEqual([
      {
        _id: unpackTicket(ticket)?.handle,
        organisationId: 'organisation-1',
        staff: CLERK,
        scenario: 'hotel',
        ticket: digestText(ticket),
        at,
        subject: { citizenId: 'citizen', credentialId: world.credential._id },
        organisation: HOTEL,
        state: 'shown',
        expiresAt,
      },
    ])
    expect(world.database.dump().events).toMatchObject([
      {
        details: {
          kind: 'presented',
          organisation: HOTEL,
          scenario: 'hotel',
          use: unpackTicket(ticket)?.handle,
          disclosed: requestedClaims('hotel'),
        },
        at,
        expiresAt,
      },
    ])
  })

  it('is told in the chat app to who asked for that, once, whatever the desk asks again', async () => {
    const world = await createWorld()
    const alertsSince = new Date(world.clock.now)
    await world.ports.database.in(CITIZENS).update('citizen', { alertsSince })
    const ticket = world.show(await world.giveHandle())
    const check = () => verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
    await check()
    await check()
    const stale = world.show(await world.giveHandle(), { issuedAt: NOW - 60 })
    const refused = verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: stale })
    await expect(refused).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
    const { alerts = [] } = world.database.dump()
    expect(alerts.map((one) => (one as { kind?: string }).kind).sort()).toEqual(['presented', 'refused'])
    expect(alerts[0]).toMatchObject({ citizenId: 'citizen', expiresAt: new Date(world.clock.now + 900_000) })
  })

  it('is kept as long when it was refused, once for each code and reason', async () => {
    const world = await createWorld()
    const ticket = world.show(await world.giveHandle(), { issuedAt: NOW - 60 })
    const check = () => verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
    for (let tries = 0; tries < 2; tries++)
      await expect(check()).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
    const [at, expiresAt] = [new Date(world.clock.now), new Date(world.clock.now + YEAR)]
    expect(world.database.dump().refusedChecks).toEqual([
      {
        _id: expect.stringMatching(/^[\w-]{43}$/),
        organisationId: 'organisation-1',
        staff: CLERK,
        scenario: 'hotel',
        code: 'TICKET_EXPIRED',
        at,
        expiresAt,
      },
    ])
    const [{ details } = {}] = world.database.dump().events as { details?: object }[]
    expect(details).toEqual({
      kind: 'refused',
      code: 'TICKET_EXPIRED',
      organisation: HOTEL,
      scenario: 'hotel',
    })
    expect(world.database.dump().events).toHaveLength(1)
    await world.setCredential({ status: 'frozen' })
    const fresh = world.show(await world.giveHandle())
    await expect(verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: fresh })).rejects.toThrow()
    expect(world.database.dump().refusedChecks).toHaveLength(2)
  })

  it('is nothing when the camera read something else than a code', async () => {
    const world = await createWorld()
    const check = verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: 'https://example.com' })
    await expect(check).rejects.toMatchObject({ code: 'QR_UNREADABLE' })
    expect(world.database.dump().refusedChecks).toBeUndefined()
  })

  it('is nothing when a fault of the cloud, and no check, ended it', async () => {
    const world = await createWorld()
    const ticket = world.show(await world.giveHandle())
    const ports = { ...world.ports, verifySignature: () => Promise.reject(new Error('out of order')) }
    const check = verifyTicket(ports, CLERK, { scenario: 'hotel', ticket })
    await expect(check).rejects.toThrow('out of order')
    expect(world.database.dump().refusedChecks).toBeUndefined()
  })

  it('is kept for a year from when a companion reported it', async () => {
    const world = await createOfflineWorld()
    const { proof } = await world.frames()
    world.clock.now += 3_600_000
    await recordPassUse(world.ports, CLERK, { scenario: 'gate', proof, at: NOW + 5, accepted: true })
    const expiresAt = new Date(world.clock.now + YEAR)
    expect(world.database.dump().uses).toMatchObject([{ state: 'accepted', expiresAt }])
  })
})
