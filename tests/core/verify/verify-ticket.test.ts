import { createHash } from 'node:crypto'
import { historyEntry } from '@nansha/core/history/citizen-event'
import type { CitizenEvent } from '@nansha/core/records/citizen-events'
import { CITIZENS } from '@nansha/core/records/citizens'
import type { Handle } from '@nansha/core/records/handles'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, NOW_MS } from '../../support/clock'
import { RESIDENT } from '../../support/person'

import { CLERK, createWorld, OTHER_CLERK, PORTRAIT, type World } from '../../support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const present = (
  ticket: string,
  scenario: ScenarioName = 'hotel',
  account: typeof CLERK | typeof OTHER_CLERK = CLERK,
) => verifyTicket(world.ports, account, { scenario, ticket })
const codeOf = (answer: Promise<unknown>): Promise<ErrorCode | 'accepted'> =>
  answer.then(
    () => 'accepted',
    ({ code }) => code,
  )
const history = () =>
  ((world.database.dump().events ?? []) as CitizenEvent[]).map((event) => historyEntry(event))

describe('a genuine ticket', () => {
  it('discloses what the scenario shows and no more', async () => {
    const verified = await present(world.show(await world.giveHandle()))
    expect(verified).toEqual({
      useId: expect.stringMatching(/^[\w-]{22}$/),
      scenario: 'hotel',
      unlock: 'pin',
      claims: { name: RESIDENT.name, id_number_last4: '002X' },
      portrait: PORTRAIT.toString('base64'),
      at: NOW,
      verdict: expect.any(String),
    })
  })

  it('is signed for the screen of that desk, with what it shows', async () => {
    const ticket = world.show(await world.giveHandle())
    const { verdict, useId, claims } = await present(ticket)
    expect(decodeJwt(verdict)).toEqual({
      iss: world.ports.issuerUrl,
      aud: 'organisation-1',
      iat: NOW,
      ticket: expect.stringMatching(/^[\w-]{43}$/),
      use: useId,
      scenario: 'hotel',
      unlock: 'pin',
      claims,
      portrait_digest: createHash('sha256').update(PORTRAIT).digest('base64url'),
    })
  })

  it('is worth nothing at a gate half an hour after the face, or after a fingerprint', async () => {
    const gate = async (unlock: Handle['unlock']) => {
      const ticket = world.show(await world.giveHandle({ unlock }), { scenario: 'gate' })
      return codeOf(present(ticket, 'gate'))
    }
    const at = (minutes: number) => new Date(NOW_MS - minutes * 60_000)
    expect(await gate({ method: 'face', at: at(30), faceBy: 'face+registry' })).toBe('accepted')
    expect(await gate({ method: 'face', at: at(31), faceBy: 'face+registry' })).toBe('UNLOCK_REQUIRED')
    expect(await gate({ method: 'biometric', at: at(0) })).toBe('UNLOCK_REQUIRED')
  })

  it('proves an age without the date', async () => {
    const ticket = world.show(await world.giveHandle(), { scenario: 'age' })
    expect((await present(ticket, 'age')).claims).toEqual({ 'age_equal_or_over.18': true })
  })

  it('is in the history of the citizen', async () => {
    await present(world.show(await world.giveHandle()))
    expect(history()).toMatchObject([
      { kind: 'presented', scenario: 'hotel', organisation: { en: 'Nansha Hotel' }, at: NOW },
    ])
    expect(history()[0]?.disclosed).toContain('address')
  })

  it('leaves nothing readable of the person in the records', async () => {
    await present(world.show(await world.giveHandle()))
    const { uses, ...others } = world.database.raw.dump()
    const records = JSON.stringify({ uses, ...others })
    for (const value of [RESIDENT.name, RESIDENT.id_number, 'Nansha Hotel","scenario'])
      expect(records).not.toContain(value)
    expect(JSON.stringify(uses)).not.toContain('"citizen"')
  })

  it('answers the same desk again, and nobody else', async () => {
    const handle = await world.giveHandle()
    const ticket = world.show(handle)
    const first = await present(ticket)
    world.clock.now += 5_000
    const { verdict, ...again } = await present(ticket)
    expect(first).toMatchObject(again)
    expect(await codeOf(present(ticket, 'hotel', OTHER_CLERK))).toBe('TICKET_REPLAYED')
    expect(await codeOf(present(world.show(handle)))).toBe('TICKET_REPLAYED')
    expect(world.database.dump().uses).toHaveLength(1)
  })

  it('is a replay even at the same desk once that desk has decided', async () => {
    const ticket = world.show(await world.giveHandle())
    const { useId } = await present(ticket)
    await confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
    expect(await codeOf(present(ticket))).toBe('TICKET_REPLAYED')
  })

  it('is accepted once by a hundred desks at once', async () => {
    const ticket = world.show(await world.giveHandle())
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, desk) =>
        codeOf(present(ticket, 'hotel', desk % 2 ? CLERK : OTHER_CLERK)),
      ),
    )
    expect(world.database.dump().uses).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['accepted', 'TICKET_REPLAYED']))
  })
})

describe('a refused ticket', () => {
  it.each([
    ['from 10 s ahead', 10, 'accepted'],
    ['from 11 s ahead', 11, 'TICKET_FUTURE'],
    ['35 s old', -35, 'accepted'],
    ['36 s old', -36, 'TICKET_EXPIRED'],
  ])('is refused by its time: %s', async (_, seconds, code) => {
    expect(await codeOf(present(world.show(await world.giveHandle(), { issuedAt: NOW + seconds })))).toBe(
      code,
    )
  })

  it.each([
    ['frozen', { status: 'frozen' }, 'CREDENTIAL_FROZEN'],
    ['revoked', { status: 'revoked' }, 'CREDENTIAL_REVOKED'],
    ['expired', { expiresAt: new Date(NOW_MS) }, 'CREDENTIAL_EXPIRED'],
    ['of a specimen', { assurance: 'specimen' }, 'ASSURANCE_TOO_LOW'],
  ] as const)('is refused by its credential: %s', async (_, changed, code) => {
    await world.setCredential(changed)
    expect(await codeOf(present(world.show(await world.giveHandle())))).toBe(code)
    expect(history()).toMatchObject([{ kind: 'refused', code }])
  })

  it('is one of somebody who deleted their identity', async () => {
    const ticket = world.show(await world.giveHandle())
    await world.database.in(CITIZENS).remove('citizen')
    expect(await codeOf(present(ticket))).toBe('CREDENTIAL_REVOKED')
  })

  it('does not spend its handle', async () => {
    const handle = await world.giveHandle()
    expect(await codeOf(present(world.show(handle, { issuedAt: NOW - 60 })))).toBe('TICKET_EXPIRED')
    expect(await codeOf(present(world.show(handle)))).toBe('accepted')
  })

  it('is one for another purpose or another issuer, or an unknown one', async () => {
    const handle = await world.giveHandle()
    expect(await codeOf(present(world.show(handle), 'gate'))).toBe('SCENARIO_MISMATCH')
    expect(await codeOf(present(world.show(handle, { issuerId: 2 })))).toBe('ISSUER_UNTRUSTED')
    expect(await codeOf(present('https://example.com'))).toBe('QR_UNREADABLE')
    expect(await codeOf(present(world.show(await world.giveHandle({ expiresAt: new Date(NOW_MS) }))))).toBe(
      'TICKET_EXPIRED',
    )
  })

  it('is one of a specimen where specimens are not accepted', async () => {
    await world.setCredential({ assurance: 'specimen' })
    const ports = { ...world.ports, acceptSpecimens: true }
    const ticket = world.show(await world.giveHandle())
    expect(await codeOf(verifyTicket(ports, CLERK, { scenario: 'hotel', ticket }))).toBe('accepted')
  })
})

describe('a desk', () => {
  it('is checked before its ticket', async () => {
    expect(
      await codeOf(verifyTicket(world.ports, 'wxverifier:nobody', { scenario: 'hotel', ticket: 'x' })),
    ).toBe('STAFF_NOT_ENTITLED')
    await world.setOrganisation({ scenarios: ['gate'] })
    expect(await codeOf(present('x'))).toBe('STAFF_NOT_ENTITLED')
    await world.setOrganisation({ scenarios: ['hotel'], licenceExpiresAt: new Date(NOW_MS) })
    expect(await codeOf(present('x'))).toBe('LICENCE_EXPIRED')
  })
})
