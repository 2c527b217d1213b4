import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { claimsToBits } from '@nansha/shared/claims'
import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import { signWithNoble } from '@nansha/shared/jws/create-jws'
import { packTicket, unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { ticketSigningInput } from '@nansha/shared/ticket/ticket-jws'
import { expect, it } from 'vitest'
import { CLERK, createWorld } from '../support/world'

const refused = async (change: (bits: number) => number, resign: boolean) => {
  const world = await createWorld()
  const ticket = unpackTicket(world.show(await world.giveHandle(), { scenario: 'age' }))
  if (!ticket) throw new Error('not a ticket')
  const changed = { ...ticket, claims: change(ticket.claims) }
  const signature = signWithNoble(world.key.privateKey, encodeUtf8(ticketSigningInput(changed)))
  const text = packTicket(resign ? { ...changed, signature } : changed)
  return verifyTicket(world.ports, CLERK, { scenario: 'age', ticket: text }).catch(({ code }) => code)
}

it('claims that were added after the approval break the signature', async () => {
  expect(await refused((bits) => bits | claimsToBits(['id_number']), false)).toBe('TICKET_UNKNOWN')
})

it('more claims than the purpose asks for are refused though the holder signed them; fewer too', async () => {
  expect(await refused((bits) => bits | claimsToBits(['id_number']), true)).toBe('SCENARIO_MISMATCH')
  expect(await refused((bits) => bits & ~claimsToBits(['portrait']), true)).toBe('SCENARIO_MISMATCH')
})
