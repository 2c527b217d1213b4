import { createSigner } from '@nansha/core/crypto/signer'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { ISSUER } from '../../support/issuer'
import { BACKENDS, holderKey } from '../../support/keys'
import { TRUST_LIST } from '../../support/trust'
import { CLERK, createWorld, PORTRAIT } from '../../support/world'

const asked = async () => {
  const world = await createWorld()
  const ticket = world.show(await world.giveHandle())
  const answer = await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
  return {
    world,
    ticket,
    answer,
    question: { ticket, scenario: 'hotel', organisationId: 'organisation-1', issuer: ISSUER } as const,
  }
}

describe.each(BACKENDS)('the answer to a desk, with $name', ({ verify }) => {
  it('is believed as it was given', async () => {
    const { answer, question } = await asked()
    const verdict = await verifyVerdict(answer, PORTRAIT, question, TRUST_LIST, NOW, verify)
    expect(verdict).toMatchObject({ aud: 'organisation-1', scenario: 'hotel', claims: answer.claims })
  })

  it('is believed from a minute before its time to two minutes after it', async () => {
    const { answer, question } = await asked()
    const check = (now: number) => verifyVerdict(answer, PORTRAIT, question, TRUST_LIST, now, verify)
    for (const now of [NOW - 60, NOW + 120]) await expect(check(now)).resolves.toBeDefined()
    await expect(check(NOW - 61)).rejects.toMatchObject({ code: 'VERDICT_INVALID' })
  })

  it('is not believed when anything about it is another’s', async () => {
    const { world, answer, question } = await asked()
    const impostor = holderKey(77)
    const forged = {
      ...world.ports,
      deskSigner: createSigner(impostor.privateKey, impostor.publicJwk),
    }
    const ticket = world.show(await world.giveHandle())
    const byImpostor = await verifyTicket(forged, CLERK, { scenario: 'hotel', ticket })
    const attempts = [
      [{ ...answer, claims: { ...answer.claims, name: '李四' } }, PORTRAIT, question, NOW],
      [answer, Buffer.from('another face'), question, NOW],
      [answer, undefined, question, NOW],
      [{ ...answer, useId: 'B'.repeat(22) }, PORTRAIT, question, NOW],
      [answer, PORTRAIT, { ...question, ticket: world.show('A'.repeat(22)) }, NOW],
      [answer, PORTRAIT, { ...question, scenario: 'gate' }, NOW],
      [answer, PORTRAIT, { ...question, organisationId: 'organisation-2' }, NOW],
      [answer, PORTRAIT, question, NOW + 121],
      [byImpostor, PORTRAIT, { ...question, ticket }, NOW],
      [{ ...answer, verdict: 'e30.e30.AA' }, PORTRAIT, question, NOW],
    ] as const
    for (const [given, portrait, said, now] of attempts) {
      await expect(verifyVerdict(given, portrait, said, TRUST_LIST, now, verify)).rejects.toMatchObject({
        code: 'VERDICT_INVALID',
      })
    }
  })
})
