import { randomBytes } from 'node:crypto'
import type { Answer } from '@nansha/shared/api/answer'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import type {
  Checks,
  Collected,
  DeskCodeShown,
  PassUseRecorded,
  TicketVerified,
} from '@nansha/shared/api/verify'
import type { Handles, Issuances, Passes, Receipt, WalletAction } from '@nansha/shared/api/wallet'
import { readDeskCode } from '@nansha/shared/desk-code/read-desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { verifyHead } from '@nansha/shared/issuance-log/verify-head'
import { headVouchesFor } from '@nansha/shared/issuance-log/verify-path'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { verifyPass } from '@nansha/shared/pass/verify-pass'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import type { TrustBundle } from '@nansha/shared/trust/bundle'
import { freshMemory, type OpenedBundle, openBundle } from '@nansha/shared/trust/open-bundle'
import { TrustList } from '@nansha/shared/trust/trust-list'
import { checkVerdict } from '@nansha/shared/verdict/check-verdict'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actorOf } from '../../support/acted-cast'
import { type Client, startTestCloud, type TestCloud } from '../../support/cloud'
import { cardOf, enrol, registerSpecimen } from '../../support/enrol'
import { cropFace } from '../../support/faces'

// The protocol through the built functions, as a phone and a companion speak it.
let cloud: TestCloud
let li: Client
let clerk: Client
let phone: Awaited<ReturnType<typeof enrol>>
let roots: TrustList['roots']
const now = () => Math.floor(Date.now() / 1000)

beforeAll(async () => {
  cloud = await startTestCloud()
  li = cloud.citizen('li')
  const who = { name: '李晚晴', idNumber: '11010519491231002X' }
  const portrait = await cropFace(0)
  await registerSpecimen(cloud, { ...who, portrait })
  phone = await enrol(li, who, { card: await cardOf(who, portrait), acting: actorOf(0) })
  clerk = cloud.staff('clerk')
  const onboarded = await expectOk(
    cloud.operator.call<Onboarded>('organisation', {
      action: 'onboard',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      scenarios: ['hotel', 'gate', 'bank'],
      licenceExpiresAt: 2_000_000_000,
    }),
  )
  const invite = { action: 'invite', organisationId: onboarded.organisationId, role: 'clerk' }
  const { invitation } = await expectOk(cloud.operator.call<Invited>('organisation', invite))
  await expectOk(clerk.call('organisation', { action: 'join', invitation, name: '王芳' }))
  await cloud.fire('sweep', 'every-five-minutes')
  const list = await (await fetch(`${cloud.url}/trust/trust-list`)).text()
  roots = v.parse(TrustList, decodeJws(list)?.payload).roots
})
afterAll(() => cloud.stop())

async function expectOk<T extends object>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.details)}`)
  return answer
}
const ask = <T extends object>(action: WalletAction) =>
  expectOk(
    li.call<T>('wallet', {
      request: createWalletRequest({
        key: phone.key,
        audience: phone.audience,
        issuedAt: now(),
        requestId: randomBytes(16).toString('base64url'),
        action,
      }),
    }),
  )
const verify = <T extends object>(event: object) => expectOk(clerk.call<T>('verify', event))
const handle = async () => (await ask<Handles>({ action: 'handles', count: 1 })).handles[0]?.handle ?? ''
const bundle = async (): Promise<OpenedBundle> =>
  openBundle(await verify<TrustBundle>({ action: 'bundle' }), freshMemory(roots), now(), verifyWithNoble)

it('hotel: a ticket, a signed verdict, a receipt, a confirmation, and no second time', async () => {
  const shown = await handle()
  const ticket = createTicket({
    key: phone.key,
    issuerId: 1,
    scenario: 'hotel',
    handle: shown,
    issuedAt: now(),
  })
  const answer = await verify<TicketVerified>({ action: 'ticket', scenario: 'hotel', ticket })
  const { licence, trust, iss: issuer } = await bundle()
  const asked = { ticket, scenario: 'hotel', organisationId: licence.organisationId, issuer } as const
  const portrait = Buffer.from(answer.portrait ?? '', 'base64')
  await checkVerdict(answer, portrait, asked, trust, now(), verifyWithNoble)
  expect(answer.claims).toEqual({ name: '李晚晴', id_number_last4: '002X' })

  expect(await ask<Receipt>({ action: 'receipt', use: shown })).toMatchObject({
    state: 'shown',
    scenario: 'hotel',
  })
  await verify({ action: 'confirm', useId: answer.useId, portraitMatches: true })
  expect(await ask<Receipt>({ action: 'receipt', use: shown })).toMatchObject({ state: 'accepted' })
  expect(await clerk.call('verify', { action: 'ticket', scenario: 'hotel', ticket })).toMatchObject({
    code: 'TICKET_REPLAYED',
  })
  const { checks } = await verify<Checks>({ action: 'checks' })
  expect(checks.map(({ state, code, staff }) => [state, code, staff]).sort()).toEqual([
    ['accepted', undefined, '王芳'],
    ['refused', 'TICKET_REPLAYED', '王芳'],
  ])
})

it('gate: a pass without network, reported afterwards', async () => {
  const { passes, portrait } = await ask<Passes>({ action: 'passes', scenario: 'gate', count: 1 })
  const proof = presentPass({ key: phone.key, pass: passes[0] ?? '', scenario: 'gate', issuedAt: now() })
  const frames = { proof, portrait: packPortrait(Buffer.from(portrait, 'base64')) }
  const verdict = await verifyPass(frames, 'gate', await bundle(), now(), true, verifyWithNoble)
  expect(verdict).toMatchObject({ verdict: 'accept', claims: { name: '李晚晴' }, unlock: 'face' })
  const report = { action: 'pass-use', scenario: 'gate', proof, at: now(), accepted: true }
  expect(await verify<PassUseRecorded>(report)).toMatchObject({ passId: verdict.passId, result: 'recorded' })
})

it('bank: the desk’s code, read by the phone, answered to that screen', async () => {
  const { code, nonce } = await verify<DeskCodeShown>({ action: 'desk-code', scenario: 'bank' })
  const { trust } = await bundle()
  expect((await readDeskCode(code, trust, 1, now(), verifyWithNoble)).name.zh).toBe('南沙酒店')
  const desk = digestText(code)
  const ticket = createTicket({
    key: phone.key,
    issuerId: 1,
    scenario: 'bank',
    handle: await handle(),
    issuedAt: now(),
    desk,
  })
  await ask({ action: 'present', code, ticket })
  const collected = await clerk.call<Collected>('verify', { action: 'collect', nonces: [nonce] })
  expect(collected).toMatchObject({
    ok: true,
    answer: { scenario: 'bank', claims: { id_number: '11010519491231002X' } },
  })
})

it('the phone checks the log, and the world reads the status', async () => {
  const { trust } = await bundle()
  const [issuer] = trust.issuers
  if (!issuer) throw new Error('no issuer')
  const seen = await ask<Issuances>({ action: 'issuances', kept: 0 })
  const head = await verifyHead(seen.head, issuer, now(), verifyWithNoble)
  expect(seen.issuances).toHaveLength(1)
  expect(headVouchesFor(head, seen.issuances[0]?.path ?? [])).toBe(true)
  const status = await fetch(`${cloud.url}/trust/status/1`)
  expect(status.headers.get('content-type')).toContain('application/statuslist+jwt')
  const metadata = (await (await fetch(`${cloud.url}/trust/.well-known/jwt-vc-issuer`)).json()) as {
    issuer: string
  }
  expect(metadata.issuer).toBe(issuer.iss)
})
