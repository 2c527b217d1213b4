import { CHILD_CARDS } from '@nansha/core/records/child-cards'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { HELD_DOCUMENTS, heldDocumentId } from '@nansha/core/records/held-documents'
import { checkTicket } from '@nansha/core/verify/check-ticket'
import { beforeEach, describe, expect, it } from 'vitest'
import { childCard } from '../../support/child-card'
import { holdDocuments } from '../../support/documents'
import { childOf, DAUGHTER } from '../../support/family'
import { holderKey } from '../../support/keys'
import { createWorld, type World } from '../../support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
const check = (ticket: string) => checkTicket(world.ports, { scenario: 'hotel' }, ticket)
const faultOf = async (ticket: string) => (await check(ticket)).fault
const NOBODYS = 'A'.repeat(22)

describe('a ticket of which no holder is known', () => {
  it.each([
    ['with a signature of anybody', () => world.show(NOBODYS)],
    ['for another scenario', () => world.show(NOBODYS, { scenario: 'age' })],
    ['of an hour ago', () => world.show(NOBODYS, { issuedAt: world.seconds() - 3600 })],
    [
      'over a handle of somebody else’s',
      async () => world.show(await world.giveHandle(), { key: holderKey(9) }),
    ],
    [
      'whose credential is gone',
      async () => world.show(await world.giveHandle({ credentialId: 'of nobody' })),
    ],
  ])('%s is unknown and no more', async (_, ticket) => {
    await expect(check(await ticket())).rejects.toMatchObject({ code: 'TICKET_UNKNOWN' })
  })
})

describe('what the database says of a ticket', () => {
  it('a handle and a credential are good until the millisecond before their end', async () => {
    const end = new Date(world.clock.now + 1)
    await world.setCredential({ expiresAt: end })
    expect(await faultOf(world.show(await world.giveHandle({ expiresAt: end })))).toBeUndefined()
    const now = new Date(world.clock.now)
    expect(await faultOf(world.show(await world.giveHandle({ expiresAt: now })))).toBe('TICKET_EXPIRED')
    await world.setCredential({ expiresAt: now })
    expect(await faultOf(world.show(await world.giveHandle()))).toBe('CREDENTIAL_EXPIRED')
  })

  it('a handle that answered a desk’s code is good for that code alone', async () => {
    const ticket = world.show(await world.giveHandle({ answered: 'a nonce' }))
    expect(await faultOf(ticket)).toBe('TICKET_REPLAYED')
  })

  it('the fault of the ticket itself comes before that of the record', async () => {
    await world.setCredential({ status: 'revoked' })
    const handle = await world.giveHandle()
    expect(await faultOf(world.show(handle, { issuedAt: world.seconds() - 3600 }))).toBe('TICKET_EXPIRED')
    expect(await faultOf(world.show(handle))).toBe('CREDENTIAL_REVOKED')
  })
})

describe('a code that is about a further document', () => {
  const check = async () => {
    const ticket = world.show(await world.giveHandle(), { scenario: 'roadside' })
    return (await checkTicket(world.ports, { scenario: 'roadside' }, ticket)).fault
  }
  const id = heldDocumentId('citizen', 'driving-licence')
  const change = (changed: object) => world.database.in(HELD_DOCUMENTS).update(id, changed)

  it('needs the document on this phone, before its end', async () => {
    expect(await check()).toBe('DOCUMENT_MISSING')
    await holdDocuments(world)
    await change({ validUntil: new Date(world.clock.now + 1) })
    expect(await check()).toBeUndefined()
    await change({ validUntil: new Date(world.clock.now) })
    expect(await check()).toBe('DOCUMENT_OUTDATED')
    await change({ deviceId: 'another phone' })
    expect(await check()).toBe('DOCUMENT_MISSING')
  })

  it.each([
    ['frozen', 'CREDENTIAL_FROZEN'],
    ['revoked', 'DOCUMENT_MISSING'],
  ] as const)('needs its credential, which is not %s', async (status, fault) => {
    await holdDocuments(world)
    await world.database.in(CREDENTIALS).update('1.1', { status })
    expect(await check()).toBe(fault)
  })

  it('is refused for the identity before the document', async () => {
    await world.setCredential({ status: 'frozen' })
    expect(await check()).toBe('CREDENTIAL_FROZEN')
  })
})

describe('a code with a child on it', () => {
  const check = async () => {
    const { handle, credential, citizen, ...checked } = await checkTicket(
      world.ports,
      { scenario: 'hotel' },
      world.show(await world.giveHandle(), { child: 1 }),
    )
    return checked
  }
  const child = { place: 1, credentialId: '1.7', name: DAUGHTER.name }
  const change = (changed: object) => world.database.in(CHILD_CARDS).update('citizen.1', changed)
  beforeEach(async () => {
    await world.database.in(CREDENTIALS).put({ ...world.credential, _id: '1.7', type: 'child-card' })
    await world.database.in(CHILD_CARDS).put(childCard(world.ports, '1.7', world.device._id))
  })

  it('is good for the child’s card on this phone, before its end', async () => {
    expect(await check()).toEqual({ child, fault: undefined })
    await change({ validUntil: new Date(world.clock.now + 1) })
    expect(await check()).toEqual({ child, fault: undefined })
    await change({ validUntil: new Date(world.clock.now) })
    expect(await check()).toEqual({ child, fault: 'CHILD_CARD_OUTDATED' })
    await change({ deviceId: 'another phone' })
    expect(await check()).toEqual({ fault: 'CHILD_CARD_NONE' })
  })

  it.each([
    ['frozen', { child, fault: 'CREDENTIAL_FROZEN' }],
    ['revoked', { fault: 'CHILD_CARD_NONE' }],
  ] as const)('needs its credential, which is not %s', async (status, found) => {
    await world.database.in(CREDENTIALS).update('1.7', { status })
    expect(await check()).toEqual(found)
  })

  it('is no good from the fourteenth birthday on', async () => {
    const birthdate = '2013-01-15'
    await change({ claims: { ...childOf(DAUGHTER), birthdate } })
    world.clock.now = Date.parse(`2027-01-15T00:00:00+08:00`) - 1
    expect((await check()).fault).toBeUndefined()
    world.clock.now += 1
    expect(await check()).toEqual({ child, fault: 'CHILD_OF_AGE' })
  })

  it('is refused for the guardian’s identity before the card', async () => {
    await world.setCredential({ status: 'frozen' })
    await change({ validUntil: new Date(world.clock.now) })
    expect(await check()).toEqual({ child, fault: 'CREDENTIAL_FROZEN' })
  })
})
