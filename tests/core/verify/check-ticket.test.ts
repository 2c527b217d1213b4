import { checkTicket } from '@nansha/core/verify/check-ticket'
import { beforeEach, describe, expect, it } from 'vitest'
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
