import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'
import { holderKey } from '../support/keys'
import { CLERK, createWorld } from '../support/world'

it('a copied credential is of no use without the phone’s key', async () => {
  const thief = holderKey(66)
  expect(await outcomes(present(forge(), [], { key: thief }))).toEqual([
    'CREDENTIAL_INVALID/KEY_BINDING_SIGNATURE',
  ])
})

it('a copied handle is of no use without the phone’s key', async () => {
  const world = await createWorld()
  const ticket = world.show(await world.giveHandle(), { key: holderKey(66) })
  await expect(verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })).rejects.toMatchObject({
    code: 'TICKET_UNKNOWN',
  })
})
