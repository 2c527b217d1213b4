import { createSigner } from '@nansha/core/crypto/signer'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { digestText } from '@nansha/shared/encoding/digest'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { VERDICT_TYPE } from '@nansha/shared/verdict/verdict'
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

it('the answer to a desk is not believed when any word of it differs from what was asked, shown or signed', async () => {
  const { world, ticket, answer, question } = await asked()
  const payload = decodeJws(answer.verdict)?.payload ?? expect.unreachable()
  const believe = async (
    changed: object,
    shown: Partial<typeof answer> = {},
    said: Partial<Parameters<typeof verifyVerdict>[2]> = {},
  ) => {
    const verdict = await world.ports.deskSigner.sign(VERDICT_TYPE, { ...payload, ...changed })
    const question = { ticket, scenario: 'hotel', organisationId: 'organisation-1', issuer: ISSUER } as const
    const [{ verify }] = BACKENDS
    return verifyVerdict(
      { ...answer, ...shown, verdict },
      PORTRAIT,
      { ...question, ...said },
      TRUST_LIST,
      NOW,
      verify,
    ).then(
      () => 'believed',
      ({ code }) => code,
    )
  }
  expect(await believe({})).toBe('believed')
  const { name, ...fewer } = answer.claims
  const refused = await Promise.all([
    believe({ iss: 'https://other.example' }),
    believe({ aud: 'organisation-2' }),
    believe({ ticket: 'A'.repeat(43) }),
    believe({ use: 'B'.repeat(22) }),
    believe({ scenario: 'gate' }),
    believe({ unlock: 'face' }),
    believe({ claims: { ...answer.claims, address: '广州市' } }),
    believe({ claims: fewer }),
    believe({ claims: { ...fewer, address: name } }),
    believe({ portrait_digest: undefined }),
    believe({ claims: 'none' }),
    believe({}, { unlock: 'face' }),
    believe({}, { claims: fewer }),
    believe({}, { claims: { ...answer.claims, address: '广州市' } }),
    believe({}, {}, { issuer: 'https://other.example' }),
    believe({}, {}, { ticket: 'no ticket' }),
  ])
  expect(new Set(refused)).toEqual(new Set(['VERDICT_INVALID']))
  // The ticket of another issuer, and one with a child on it, that the answer is about by its digest.
  const handle = await world.giveHandle()
  for (const other of [world.show(handle, { issuerId: 2 }), world.show(handle, { child: 1 })])
    expect(await believe({ ticket: digestText(other) }, {}, { ticket: other })).toBe('VERDICT_INVALID')
  const claims = { name: '陈小雨', guardian_name: '李明', guardian_relation: 'mother' }
  const childs = world.show(handle, { child: 1 })
  const about = { ticket: digestText(childs), claims }
  expect(await believe(about, { claims }, { ticket: childs })).toBe('believed')
  expect(await believe({ claims }, { claims }, question)).toBe('VERDICT_INVALID')
})
