import { historyEntry } from '@nansha/core/history/citizen-event'
import type { CitizenEvent } from '@nansha/core/records/citizen-events'
import { CITIZENS } from '@nansha/core/records/citizens'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import type { PassUse } from '@nansha/shared/api/verify'
import { describe, expect, it } from 'vitest'
import { NOW, NOW_MS } from '../../support/clock'

import { createOfflineWorld } from '../../support/offline-world'
import { CLERK, OTHER_CLERK } from '../../support/world'

const HOTEL = { zh: '南沙酒店', en: 'Nansha Hotel' }

const reported = async () => {
  const world = await createOfflineWorld()
  const { proof } = await world.frames()
  const use: PassUse = { scenario: 'gate', proof, at: NOW + 5, accepted: true }
  world.clock.now += 3_600_000
  return { world, use }
}
const historyOf = ({ database }: Awaited<ReturnType<typeof reported>>['world']) =>
  ((database.dump().events ?? []) as CitizenEvent[]).map((event) => historyEntry(event))

describe('a pass that was checked without network', () => {
  it('is in the history of the citizen once it is reported, at its time, however often', async () => {
    const { world, use } = await reported()
    const first = await recordPassUse(world.ports, CLERK, use)
    expect(first).toMatchObject({ result: 'recorded' })
    expect(await recordPassUse(world.ports, CLERK, use)).toEqual(first)
    expect(historyOf(world)).toEqual([
      {
        id: expect.any(String),
        kind: 'presented',
        organisation: HOTEL,
        scenario: 'gate',
        use: first.passId,
        at: NOW + 5,
        disclosed: ['portrait', 'name', 'id_number_last4'],
      },
    ])
    expect(world.database.dump().uses).toEqual([
      {
        _id: first.passId,
        organisationId: 'organisation-1',
        staff: CLERK,
        scenario: 'gate',
        ticket: first.passId,
        at: new Date((NOW + 5) * 1000),
        subject: { citizenId: 'citizen', credentialId: world.credential._id },
        organisation: HOTEL,
        state: 'accepted',
        expiresAt: new Date(world.clock.now + 365 * 86_400_000),
      },
    ])
    expect(world.database.dump().deskWarnings).toBeUndefined()
  })

  it('is told in the chat app with the time at which it was, not with that of the report', async () => {
    const { world, use } = await reported()
    const alertsSince = new Date(world.clock.now)
    await world.ports.database.in(CITIZENS).update('citizen', { alertsSince })
    await recordPassUse(world.ports, CLERK, use)
    expect(world.database.dump().alerts).toMatchObject([
      { kind: 'presented', at: new Date((NOW + 5) * 1000), expiresAt: new Date(world.clock.now + 900_000) },
    ])
  })

  it('that two companions report is a double use, told to both and to the citizen', async () => {
    const { world, use } = await reported()
    await recordPassUse(world.ports, CLERK, use)
    expect(await recordPassUse(world.ports, OTHER_CLERK, { ...use, at: NOW + 9 })).toMatchObject({
      result: 'double',
    })
    expect(historyOf(world)).toMatchObject([
      { kind: 'presented' },
      { kind: 'refused', code: 'TICKET_REPLAYED', organisation: HOTEL, scenario: 'gate', at: NOW + 9 },
    ])
    expect(world.database.dump().uses).toMatchObject([{ staff: CLERK, doubled: true }])
    expect(world.database.dump().deskWarnings).toMatchObject([
      {
        organisationId: 'organisation-1',
        staff: CLERK,
        kind: 'double',
        scenario: 'gate',
        at: new Date((NOW + 5) * 1000),
        raisedAt: new Date(world.clock.now),
      },
    ])
  })

  it('makes no history for somebody who deleted their identity meanwhile', async () => {
    const { world, use } = await reported()
    for (const { _id } of world.database.dump().citizens ?? []) await world.database.in(CITIZENS).remove(_id)
    expect(await recordPassUse(world.ports, CLERK, use)).toMatchObject({ result: 'recorded' })
    expect(await recordPassUse(world.ports, OTHER_CLERK, use)).toMatchObject({ result: 'double' })
    expect(world.database.dump().events).toBeUndefined()
  })

  it('is recorded when the licence ran out before there was network again', async () => {
    const { world, use } = await reported()
    await world.setOrganisation({ licenceExpiresAt: new Date((NOW + 60) * 1000) })
    expect(await recordPassUse(world.ports, CLERK, use)).toMatchObject({ result: 'recorded' })
    await world.setOrganisation({ licenceExpiresAt: new Date(NOW_MS) })
    await expect(recordPassUse(world.ports, CLERK, use)).rejects.toMatchObject({ code: 'LICENCE_EXPIRED' })
  })

  it('is taken up to a week late, and a minute early', async () => {
    const { world, use } = await reported()
    const at = (seconds: number) => {
      world.clock.now = (use.at + seconds) * 1000
      return recordPassUse(world.ports, CLERK, use)
    }
    await world.setOrganisation({ licenceExpiresAt: new Date((NOW + 60) * 1000) })
    const week = 7 * 86_400
    for (const seconds of [-61, week + 1])
      await expect(at(seconds)).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'at' } })
    expect(world.database.dump().uses).toBeUndefined()
    for (const seconds of [-60, week]) expect(await at(seconds)).toMatchObject({ result: 'recorded' })
  })

  it('is recorded for an organisation that was suspended meanwhile, as refused where it was', async () => {
    const { world, use } = await reported()
    await world.setOrganisation({ suspendedAt: new Date(world.clock.now) })
    await recordPassUse(world.ports, CLERK, { ...use, accepted: false })
    expect(world.database.dump().uses).toMatchObject([{ state: 'refused' }])
    expect(historyOf(world)).toMatchObject([{ kind: 'refused' }])
  })

  it('of another issuer than this cloud’s is not recorded', async () => {
    const { world, use } = await reported()
    const elsewhere = { ...world.ports, issuerId: world.ports.issuerId + 1 }
    await expect(recordPassUse(elsewhere, CLERK, use)).rejects.toMatchObject({ code: 'ISSUER_UNTRUSTED' })
    expect(world.database.dump().uses).toBeUndefined()
  })

  it('of a credential that is not on record is not recorded', async () => {
    const { world, use } = await reported()
    await world.database.in(CREDENTIALS).remove(world.credential._id)
    await expect(recordPassUse(world.ports, CLERK, use)).rejects.toMatchObject({
      code: 'CREDENTIAL_INVALID',
      details: { check: 'STATUS' },
    })
    expect(world.database.dump().uses).toBeUndefined()
  })

  it('cannot be made up, moved in time, or reported by who may not check', async () => {
    const { world, use } = await reported()
    const attempts: [PassUse, typeof CLERK | 'wxverifier:nobody', string][] = [
      [{ ...use, proof: use.proof.slice(0, -3) }, CLERK, 'QR_UNREADABLE'],
      [{ ...use, proof: `${use.proof.slice(0, -3)}000` }, CLERK, 'CREDENTIAL_INVALID'],
      [{ ...use, at: NOW + 36 }, CLERK, 'TICKET_EXPIRED'],
      [{ ...use, at: NOW - 11 }, CLERK, 'TICKET_FUTURE'],
      [{ ...use, at: NOW + 3700 }, CLERK, 'INPUT_INVALID'],
      [{ ...use, scenario: 'age' }, CLERK, 'SCENARIO_MISMATCH'],
      [use, 'wxverifier:nobody', 'STAFF_NOT_ENTITLED'],
    ]
    for (const [report, account, code] of attempts) {
      await expect(recordPassUse(world.ports, account, report)).rejects.toMatchObject({ code })
    }
    expect(world.database.dump().uses).toBeUndefined()
  })
})
