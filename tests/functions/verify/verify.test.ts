import { randomBytes } from 'node:crypto'
import type { Answer } from '@nansha/shared/api/answer'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import type { LogResources } from '@nansha/shared/api/trust'
import type {
  Checks,
  Collected,
  ComparisonBegun,
  DeskCodeShown,
  FacesCompared,
  PassUseRecorded,
  TicketVerified,
} from '@nansha/shared/api/verify'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles, Issuances, Passes, Receipt } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import { decodeEntry } from '@nansha/shared/log/entry'
import { decodeBundle } from '@nansha/shared/log/entry-bundle'
import { hashLeaf } from '@nansha/shared/log/hashes'
import { logOf } from '@nansha/shared/log/issuer-log'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { verifyPass } from '@nansha/shared/pass/verify-pass'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import type { TrustBundle } from '@nansha/shared/trust/bundle'
import { TrustList } from '@nansha/shared/trust/trust-list'
import { freshMemory, type VerifiedBundle, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, startTestCloud, type TestCloud } from '../../support/cloud'
import { asSelfie, cropFace } from '../../support/faces'
import { issueAtCounter } from '../../support/issue-at-counter'

// The protocol through the built functions, as a phone and a companion speak it.
let cloud: TestCloud
let li: Client
let clerk: Client
let phone: Awaited<ReturnType<typeof issueAtCounter>>
let roots: TrustList['roots']
const now = () => unixSeconds(Date.now())

beforeAll(async () => {
  cloud = await startTestCloud()
  li = cloud.citizen('li')
  phone = await issueAtCounter(cloud, li)
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
const bundle = async (): Promise<VerifiedBundle> =>
  verifyBundle(await verify<TrustBundle>({ action: 'bundle' }), freshMemory(roots), now(), verifyWithNoble)

it('the verify function at a hotel: a ticket, a signed verdict, a receipt, a confirmation, and no second time', async () => {
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
  await verifyVerdict(answer, portrait, asked, trust, now(), verifyWithNoble)
  expect(answer.claims).toEqual({ name: '李晚晴', id_number_last4: '002X' })

  expect(await ask<Receipt>({ action: 'receipt', use: shown })).toMatchObject({
    state: 'shown',
    scenario: 'hotel',
  })

  const { comparison, upload } = await verify<ComparisonBegun>({
    action: 'begin-comparison',
    useId: answer.useId,
    consented: true,
  })
  const photo = await clerk.upload(upload, await asSelfie(await cropFace(0), 2))
  expect(await verify<FacesCompared>({ action: 'compare-faces', comparison, photo })).toMatchObject({
    answer: 'same',
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

it('the verify function at a gate: a pass without network, reported afterwards', async () => {
  const { passes, portrait } = await ask<Passes>({ action: 'passes', scenario: 'gate', count: 1 })
  const proof = presentPass({ key: phone.key, pass: passes[0] ?? '', scenario: 'gate', issuedAt: now() })
  const frames = { proof, portrait: packPortrait(Buffer.from(portrait, 'base64')) }
  const verdict = await verifyPass(frames, 'gate', await bundle(), now(), true, verifyWithNoble)
  expect(verdict).toMatchObject({ verdict: 'accept', claims: { name: '李晚晴' }, unlock: 'face' })
  const report = { action: 'pass-use', scenario: 'gate', proof, at: now(), accepted: true }
  expect(await verify<PassUseRecorded>(report)).toMatchObject({ passId: verdict.passId, result: 'recorded' })
})

it('the verify function at a bank: the desk’s code, read by the phone, answered to that screen', async () => {
  const { code, nonce } = await verify<DeskCodeShown>({ action: 'desk-code', scenario: 'bank' })
  const { trust } = await bundle()
  expect((await verifyDeskCode(code, trust, 1, now(), verifyWithNoble)).name.zh).toBe('南沙酒店')
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

it('the world reads the log, which has the credential that the server tells the phone of', async () => {
  const { trust } = await bundle()
  const [issuer] = trust.issuers
  if (!issuer) throw new Error('no issuer')
  const { subject, issued } = await ask<Issuances>({ action: 'issuances' })
  await cloud.fire('sweep', 'every-minute')
  const note = await fetch(`${cloud.url}/trust/log/checkpoint`)
  expect(note.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const checkpoint = verifyCheckpoint(await note.text(), logOf(issuer))
  const bundleOf = await fetch(`${cloud.url}/trust/log/tile/entries/000.p/${checkpoint?.size}`)
  expect(bundleOf.headers.get('content-type')).toBe('application/octet-stream')
  expect(bundleOf.headers.get('cache-control')).toContain('immutable')
  const [entry] = decodeBundle(new Uint8Array(await bundleOf.arrayBuffer()), 1) ?? []
  expect(checkpoint).toMatchObject({ size: 1, root: entry && hashLeaf(entry) })
  const { subject: logged, credential } = decodeEntry(entry ?? new Uint8Array(0)) ?? {}
  expect(Buffer.from(logged ?? []).toString('base64url')).toBe(subject)
  expect(Buffer.from(credential ?? []).toString('base64url')).toBe(issued[0]?.credential)
})

it('a mini-program reads the log through the function, and a stranger nothing else', async () => {
  await cloud.fire('sweep', 'every-minute')
  const citizen = cloud.citizen('anybody')
  const read = await citizen.call<LogResources>('trust', { log: ['checkpoint', 'tile/0/000', '../secrets'] })
  expect(read).toMatchObject({ ok: true, log: [expect.any(String), null, null] })
  const over = await citizen.call('trust', { log: Array.from({ length: 9 }, () => 'checkpoint') })
  expect(over).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
  const asFunction = await cloud.platform.callFunction('trust', { log: ['checkpoint'] }, 1)
  expect(asFunction).toMatchObject({ ok: false, code: 'CALLER_UNKNOWN' })
})

it('the world reads the status and who issues', async () => {
  const { trust } = await bundle()
  const [issuer] = trust.issuers
  const status = await fetch(`${cloud.url}/trust/status/1`)
  expect(status.headers.get('content-type')).toContain('application/statuslist+jwt')
  const metadata = (await (await fetch(`${cloud.url}/trust/.well-known/jwt-vc-issuer`)).json()) as {
    issuer: string
  }
  expect(metadata.issuer).toBe(issuer?.iss)
})
