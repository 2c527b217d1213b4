import { beginComparison } from '@nansha/core/verify/compare-faces'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import type { History, Receipt } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { beforeEach, expect, it } from 'vitest'
import { createFamily, DAUGHTER, MOTHER, RECEPTION } from '#support/family'

let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
  await home.giveCard(MOTHER, key)
})

it('a child whose card a guardian shows waits for a room as a minor, under the child’s own name', async () => {
  const { useId } = await home.scan(await home.show(MOTHER, key, 1))
  const confirmed = { useId, portraitMatches: true }
  expect(await confirmUse(home.verifyPorts, RECEPTION, confirmed)).toEqual({ verdict: 'accepted' })
  expect(home.database.dump().waitingGuests).toMatchObject([
    { guest: { name: DAUGHTER.name, last4: DAUGHTER.idNumber.slice(-4), isMinor: true } },
  ])
})

it('the guardian reads whose card was shown, in the receipt and the history', async () => {
  const ticket = await home.show(MOTHER, key, 1)
  await home.scan(ticket)
  const use = unpackTicket(ticket)?.handle ?? ''
  expect(await home.ask<Receipt>(MOTHER, key, { action: 'receipt', use })).toMatchObject({
    state: 'shown',
    child: DAUGHTER.name,
    disclosed: expect.arrayContaining(['guardian_name', 'guardian_relation']),
  })
  const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'presented', child: DAUGHTER.name }))
})

it('a refusal in the guardian’s history says whose card was refused', async () => {
  const ticket = await home.show(MOTHER, key, 1)
  home.clock.now += 60_000
  await expect(home.scan(ticket)).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
  const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'refused', child: DAUGHTER.name }))
})

it('a gate takes a child’s card too', async () => {
  const ticket = await home.show(MOTHER, key, 1, 'gate')
  expect((await home.scan(ticket, 'gate')).claims).toMatchObject({ guardian_relation: 'mother' })
})

it('the face of a child is compared by no machine', async () => {
  const { useId } = await home.scan(await home.show(MOTHER, key, 1))
  await expect(beginComparison(home.verifyPorts, RECEPTION, useId)).rejects.toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
})
