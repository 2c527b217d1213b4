import { createSigner } from '@nansha/core/crypto/signer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import { freshMemory, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { ISSUER } from '../support/issuer'
import { holderKey } from '../support/keys'
import { createOfflineWorld } from '../support/offline-world'
import { signTrustList, TRUST_LIST } from '../support/trust'
import { CLERK, createWorld, PORTRAIT } from '../support/world'

const NEIGHBOUR = 'https://id.neighbour.example/trust'
const desk = holderKey(241)
const neighbourDesk = createSigner(desk.privateKey, desk.publicJwk)
/** The list that trusts a neighbour too, for ages and nothing else. */
const BOTH: TrustList = {
  ...TRUST_LIST,
  issuers: [
    ...TRUST_LIST.issuers,
    {
      id: 2,
      iss: NEIGHBOUR,
      name: { zh: '邻市身份', en: 'Neighbour ID' },
      types: ['age-pass'],
      keys: [holderKey(240).publicJwk],
      deskKeys: [desk.publicJwk],
    },
  ],
}

it('a trusted issuer does not sign the verdict about a ticket of another', async () => {
  const world = await createWorld()
  const forged = { ...world.ports, deskSigner: neighbourDesk, issuerUrl: NEIGHBOUR }
  const ticket = world.show(await world.giveHandle())
  const answer = await verifyTicket(forged, CLERK, { scenario: 'hotel', ticket })
  const asked = { ticket, scenario: 'hotel', organisationId: 'organisation-1' } as const
  for (const issuer of [ISSUER, NEIGHBOUR]) {
    const checked = verifyVerdict(answer, PORTRAIT, { ...asked, issuer }, BOTH, NOW, verifyWithNoble)
    await expect(checked).rejects.toMatchObject({ code: 'VERDICT_INVALID' })
  }
  const own = world.show(await world.giveHandle())
  const honest = await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: own })
  const question = { ...asked, ticket: own, issuer: ISSUER }
  await verifyVerdict(honest, PORTRAIT, question, BOTH, NOW, verifyWithNoble)
})

it('a desk of one issuer takes no verdict of another, about a ticket of that other either', async () => {
  const world = await createWorld()
  const neighbour = { ...world.ports, deskSigner: neighbourDesk, issuerUrl: NEIGHBOUR, issuerId: 2 }
  const ticket = world.show(await world.giveHandle(), { issuerId: 2 })
  const answer = await verifyTicket(neighbour, CLERK, { scenario: 'hotel', ticket })
  const believe = (issuer: string) => {
    const asked = { ticket, scenario: 'hotel', organisationId: 'organisation-1', issuer } as const
    return verifyVerdict(answer, PORTRAIT, asked, BOTH, NOW, verifyWithNoble)
  }
  await expect(believe(ISSUER)).rejects.toMatchObject({ code: 'VERDICT_INVALID' })
  expect(await believe(NEIGHBOUR)).toMatchObject({ iss: NEIGHBOUR })
})

it('a companion of one issuer takes no bundle of another, whoever signs the trust list', async () => {
  const world = await createOfflineWorld()
  const trustList = signTrustList(BOTH)
  const own = await world.download({ ...world.ports, trustList })
  const other = {
    bundle: await neighbourDesk.sign('nansha-bundle+jwt', {
      ...decodeJws(own.bundle)?.payload,
      iss: NEIGHBOUR,
      status_lists: {},
    }),
    statusLists: [],
  }
  const first = await verifyBundle(own, freshMemory(TRUST_LIST.roots), NOW, verifyWithNoble)
  expect(first.iss).toBe(ISSUER)
  await expect(verifyBundle(other, first.memory, NOW, verifyWithNoble)).rejects.toMatchObject({
    code: 'TRUST_INVALID',
  })
  // Nothing else is wrong with it: a companion of that issuer takes it.
  const theirs = await verifyBundle(other, freshMemory(TRUST_LIST.roots), NOW, verifyWithNoble)
  expect(theirs.iss).toBe(NEIGHBOUR)
  await verifyBundle(own, first.memory, NOW, verifyWithNoble)
})

it('a holder of one issuer answers no desk for which another vouches', async () => {
  const world = await createWorld()
  const neighbour = { ...world.ports, deskSigner: neighbourDesk, issuerId: 2 }
  const { code } = await showDeskCode(neighbour, CLERK, 'bank')
  const read = (issuerId: number) => verifyDeskCode(code, BOTH, issuerId, NOW, verifyWithNoble)
  await expect(read(1)).rejects.toMatchObject({ code: 'ISSUER_UNTRUSTED' })
  expect(await read(2)).toMatchObject({ issuerId: 2 })
})

it('a name that a reader cannot see is no name of a desk, whoever vouches for it', async () => {
  const world = await createWorld()
  await world.setOrganisation({ name: { zh: '南沙\u202e酒店', en: 'Nansha Hotel' } })
  const { code } = await showDeskCode(world.ports, CLERK, 'bank')
  await expect(verifyDeskCode(code, TRUST_LIST, 1, NOW, verifyWithNoble)).rejects.toMatchObject({
    code: 'DESK_CODE_INVALID',
  })
})
