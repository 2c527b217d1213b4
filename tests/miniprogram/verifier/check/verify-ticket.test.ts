import type { TicketVerified } from '@nansha/shared/api/verify'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { RESIDENT } from '#support/person'

import { PORTRAIT } from '#support/world'
import { verifyTicket } from '#verifier/check/verify-ticket'
import { type Companion, createCompanion } from '../support/companion'

let companion: Companion
beforeEach(async () => {
  companion = await createCompanion()
})
const ticket = async () => companion.world.show(await companion.world.giveHandle())
const verify = async () => verifyTicket(companion.desk, 'hotel', await ticket())
const tamper = (change: (answer: TicketVerified) => object) => {
  companion.line.tamper = (answer) => ('verdict' in answer ? change(answer as TicketVerified) : answer)
}

describe('a ticket at a desk', () => {
  it('becomes a guest once the signature of the answer was checked', async () => {
    expect(await verify()).toMatchObject({
      scenario: 'hotel',
      claims: { name: RESIDENT.name },
      portrait: PORTRAIT.toString('base64'),
      evidence: { form: 'ticket' },
    })
  })

  it('is not spent while there is nothing to check the answer by', async () => {
    companion.line.failure = 'OFFLINE'
    await expect(verify()).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(companion.asked).toEqual(['bundle'])
  })

  it('tells the companion the time', async () => {
    companion.world.clock.now = (NOW + 30) * 1000
    await verify()
    companion.world.clock.now = (NOW - 20) * 1000
    expect(companion.trust.now()).toBe(NOW + 30)
  })
})

describe('an answer that somebody changed', () => {
  const another = Buffer.from('another face').toString('base64')
  it.each<[string, (answer: TicketVerified) => object]>([
    ['another name', (answer) => ({ ...answer, claims: { ...answer.claims, name: '李四' } })],
    ['another portrait', (answer) => ({ ...answer, portrait: another })],
    ['no portrait', ({ portrait: _, ...answer }) => answer],
    ['a portrait that is none', (answer) => ({ ...answer, portrait: '!' })],
    ['no signature', (answer) => ({ ...answer, verdict: 'e30.e30.AA' })],
    ['a signature cut off', (answer) => ({ ...answer, verdict: answer.verdict.slice(0, -4) })],
  ])('with %s is refused', async (_, change) => {
    tamper(change)
    await expect(verify()).rejects.toMatchObject({ code: 'VERDICT_INVALID' })
  })

  it('about another ticket is refused', async () => {
    let first: object | undefined
    tamper((answer) => {
      first ??= answer
      return first
    })
    await verify()
    await expect(verify()).rejects.toMatchObject({ code: 'VERDICT_INVALID' })
  })
})
