import { HANDLES } from '@nansha/core/records/handles'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { RESIDENT } from '../../support/person'

import { TRUST_LIST } from '../../support/trust'
import { CLERK, createWorld, OTHER_CLERK, type World } from '../../support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
const show = () => showDeskCode(world.ports, CLERK, 'bank')
const approve = async (code: string, scenario: 'bank' | 'counter' = 'bank') =>
  world.show(await world.giveHandle(), { scenario, desk: digestText(code) })
const answer = (code: string, ticket: string) =>
  answerDeskCode({ ...world.ports, trust: TRUST_LIST } as unknown as WalletPorts, world, { code, ticket })
const collect = (nonces: string[], account: typeof CLERK | typeof OTHER_CLERK = CLERK) =>
  collectAnswer(world.ports, account, nonces)

describe('a presentation that starts from the desk', () => {
  it('reaches the screen that showed the code', async () => {
    const { code, nonce } = await show()
    expect(await collect([nonce])).toEqual({ answer: null })
    const ticket = await approve(code)
    await answer(code, ticket)
    const collected = await collect([nonce])
    expect(collected.answer).toMatchObject({
      nonce,
      ticket,
      scenario: 'bank',
      claims: { name: RESIDENT.name, id_number: RESIDENT.id_number, card_validity: 'long-term' },
    })
    expect((await collect([nonce])).answer?.useId).toBe(collected.answer?.useId)
  })

  it('may begin for two minutes, as long as which the code is on record', async () => {
    const shown = await show()
    expect(Object.keys(shown).sort()).toEqual(['code', 'expiresAt', 'nonce'])
    const { code, nonce, expiresAt } = shown
    expect(expiresAt).toBe(NOW + 120)
    expect(world.database.dump().deskCodes).toEqual([
      {
        _id: nonce,
        organisationId: 'organisation-1',
        staff: CLERK,
        scenario: 'bank',
        digest: digestText(code),
        ticket: null,
        expiresAt: new Date(expiresAt * 1000),
      },
    ])
    expect(world.database.dump().deskDigits).toBeUndefined()
  })

  it('has digits that stand for the code where it is spoken', async () => {
    const { code, expiresAt, digits = '' } = await showDeskCode(world.ports, CLERK, 'bank', true)
    expect(world.database.dump().deskDigits).toEqual([
      { _id: digits, code, takenBy: null, expiresAt: new Date(expiresAt * 1000) },
    ])
  })

  it('is found on the code before the one on the screen', async () => {
    const first = await show()
    const second = await show()
    await answer(first.code, await approve(first.code))
    expect((await collect([second.nonce, first.nonce])).answer?.nonce).toBe(first.nonce)
  })

  it('is not hidden by an answer to another code that is refused, which is told when there is no other', async () => {
    const [first, second] = [await show(), await show()]
    const refused = await world.giveHandle()
    const ticket = world.show(refused, { scenario: 'bank', desk: digestText(first.code) })
    await answer(first.code, ticket)
    await world.database.in(HANDLES).update(refused, { expiresAt: new Date(world.clock.now) })
    const both = ['a code of former times', first.nonce, second.nonce]
    await expect(collect(both)).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
    await answer(second.code, await approve(second.code))
    expect((await collect(both)).answer?.nonce).toBe(second.nonce)
  })

  it('is answered once; the phone may repeat its own answer', async () => {
    const { code } = await show()
    const ticket = await approve(code)
    await answer(code, ticket)
    await answer(code, ticket)
    await expect(answer(code, await approve(code))).rejects.toMatchObject({ code: 'DESK_CODE_USED' })
  })

  it('needs a ticket for this code and purpose', async () => {
    const { code } = await show()
    const other = await show()
    for (const ticket of [
      await approve(other.code),
      await approve(code, 'counter'),
      world.show(await world.giveHandle()),
      'x',
    ]) {
      await expect(answer(code, ticket)).rejects.toMatchObject({ code: 'DESK_MISMATCH' })
    }
  })

  it('cannot be collected by another desk, nor scanned like a ticket', async () => {
    const { code, nonce } = await show()
    const ticket = await approve(code)
    await answer(code, ticket)
    await expect(collect([nonce], OTHER_CLERK)).rejects.toMatchObject({ code: 'DESK_CODE_INVALID' })
    await expect(verifyTicket(world.ports, CLERK, { scenario: 'bank', ticket })).rejects.toMatchObject({
      code: 'DESK_MISMATCH',
    })
    expect((await collect([nonce])).answer).not.toBeNull()
  })

  it('is not available without a desk code, nor a desk code elsewhere', async () => {
    const ticket = world.show(await world.giveHandle(), { scenario: 'bank' })
    await expect(verifyTicket(world.ports, CLERK, { scenario: 'bank', ticket })).rejects.toMatchObject({
      code: 'DESK_MISMATCH',
    })
    await expect(showDeskCode(world.ports, CLERK, 'gate')).rejects.toMatchObject({
      code: 'SCENARIO_MISMATCH',
    })
    await expect(showDeskCode(world.ports, 'wxverifier:nobody', 'bank')).rejects.toMatchObject({
      code: 'STAFF_NOT_ENTITLED',
    })
  })
})
