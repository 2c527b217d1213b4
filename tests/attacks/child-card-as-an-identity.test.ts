import { claimsToBits } from '@nansha/shared/claims'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestBytes, digestText } from '@nansha/shared/encoding/digest'
import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import { signWithNoble } from '@nansha/shared/jws/create-jws'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { requestedClaims, SCENARIO_NAMES, takesChildren } from '@nansha/shared/scenarios'
import { packTicket, unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { ticketSigningInput } from '@nansha/shared/ticket/ticket-jws'
import { VERDICT_TYPE } from '@nansha/shared/verdict/verdict'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import { beforeEach, expect, it } from 'vitest'
import { createFamily, DAUGHTER, MOTHER } from '../support/family'
import { ISSUER } from '../support/issuer'
import { deskSigner, TRUST_LIST } from '../support/trust'

let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
  await home.giveCard(MOTHER, key)
})

/** The same code with other words in it, signed anew by the phone. */
function resign(text: string, changes: object) {
  const ticket = unpackTicket(text)
  if (!ticket) throw new Error('no ticket')
  const changed = { ...ticket, ...changes }
  return packTicket({
    ...changed,
    signature: signWithNoble(key.privateKey, encodeUtf8(ticketSigningInput(changed))),
  })
}

it('a child’s card says at the desk that it is one, and who shows it', async () => {
  const { claims, scenario } = await home.scan(await home.show(MOTHER, key, 1))
  expect(scenario).toBe('hotel')
  expect(claims).toEqual({
    name: DAUGHTER.name,
    id_number_last4: DAUGHTER.idNumber.slice(-4),
    guardian_name: '李明',
    guardian_relation: 'mother',
  })
})

it('the guardian’s own code says nothing of a child', async () => {
  const { claims } = await home.scan(await home.show(MOTHER, key))
  expect(Object.keys(claims).sort()).toEqual(['id_number_last4', 'name'])
})

it('a phone cannot leave the guardian out of a child’s code', async () => {
  const childs = await home.show(MOTHER, key, 1)
  const { claims = 0 } = unpackTicket(childs) ?? {}
  const fewer = resign(childs, { claims: claims & ~claimsToBits(['guardian_relation']) })
  await expect(home.scan(fewer)).rejects.toMatchObject({ code: 'SCENARIO_MISMATCH' })
  const own = resign(childs, { claims: claimsToBits(requestedClaims('hotel')) | (1 << 16) })
  await expect(home.scan(own)).rejects.toMatchObject({ code: 'SCENARIO_MISMATCH' })
})

it('a phone cannot add a guardian to its own code', async () => {
  const own = await home.show(MOTHER, key)
  const more = resign(own, { claims: claimsToBits(requestedClaims('hotel', 'child')) })
  await expect(home.scan(more)).rejects.toMatchObject({ code: 'SCENARIO_MISMATCH' })
})

it.each(SCENARIO_NAMES.filter((name) => !takesChildren(name)))(
  'a child’s card is nothing to show for the purpose %s',
  async (scenario) => {
    await home.employ('wxv:reception', 'hotel', { scenarios: [scenario], enrols: false })
    const ticket = await home.show(MOTHER, key, 1, scenario)
    await expect(home.scan(ticket, scenario)).rejects.toMatchObject({
      code: expect.stringMatching(/SCENARIO_MISMATCH|DESK_MISMATCH/),
    })
  },
)

it.each([
  ['without the guardian', 1, { name: DAUGHTER.name, id_number_last4: '0000' }],
  ['with a guardian, of the holder’s own code', undefined, { name: '李明', guardian_name: '李明' }],
])('a companion takes no signed answer to a child’s code %s', async (_, child, claims) => {
  const ticket = await home.show(MOTHER, key, child)
  const answer = await home.scan(ticket)
  const asked = { ticket, scenario: 'hotel', organisationId: 'hotel', issuer: ISSUER } as const
  const now = unixSeconds(home.clock.now)
  const portrait = Buffer.from(answer.portrait ?? '', 'base64')
  const check = (changed: typeof answer) =>
    verifyVerdict(changed, portrait, asked, TRUST_LIST, now, home.ports.verifySignature)
  expect(await check(answer)).toMatchObject({ claims: answer.claims })

  const verdict = await deskSigner.sign(VERDICT_TYPE, {
    iss: ISSUER,
    aud: 'hotel',
    iat: now,
    ticket: digestText(ticket),
    use: answer.useId,
    scenario: 'hotel',
    unlock: answer.unlock,
    claims,
    portrait_digest: digestBytes(portrait),
  })
  await expect(check({ ...answer, claims, verdict } as typeof answer)).rejects.toMatchObject({
    code: 'VERDICT_INVALID',
  })
})
