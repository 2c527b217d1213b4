import { randomBytes } from 'node:crypto'
import { StoredKey } from '@nansha/citizen/src/wallet/phone-key'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import type { TicketVerified } from '@nansha/shared/api/verify'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { DEMO_PIN, issueIdentity } from '#demo/issue-identity'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#demo/specimen/specimen-people'
import { startTestCloud, type TestCloud } from '#support/cloud'
import { asSelfie, cropFace } from '#support/faces'
import { type LoggedCall, readCallLog } from '#support/logged'
import { type Dump, linkByValues, WHAT_PEOPLE_DID } from '#support/read-without-keys'

const STAFF = { officer: '警官陆九渊', clerk: '前台花想容' } as const
const WRONG_PIN = '907315'
let cloud: TestCloud
/** What lies in the database when everybody has done everything, and nobody is deleted yet. */
let dump: Dump
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

it('the log has one line for each of a hundred flows, and nothing of a person in any', async () => {
  const audience = await audienceOf(cloud)
  await employ('officer', ['counter'])
  await employ('clerk', ['hotel', 'age'])
  const people = SPECIMEN_PEOPLE.slice(0, 3)
  const tickets: string[] = []
  const ends: (() => Promise<unknown>)[] = []
  for (const [index, person] of people.entries()) {
    const { shown, end } = await live(person, index, audience)
    tickets.push(...shown)
    ends.push(end)
  }
  dump = await cloud.lying()
  for (const end of ends) await end()
  await Promise.all([cloud.fire('sweep', 'every-minute'), cloud.fire('sweep', 'every-five-minutes')])
  await fetch(`${cloud.url}/trust/log/checkpoint?name=${encodeURIComponent(people[0]?.name ?? '')}`)

  const calls = await readCallLog(cloud.url)
  expect(calls.length).toBeGreaterThan(100)
  for (const { name, lines } of calls) {
    expect(lines.map(shapeOf), `${name}: ${JSON.stringify(lines)}`).toEqual([SHAPE])
    expect(JSON.parse(lines[0]?.text ?? '')).toMatchObject({ function: name })
  }
  const said = calls.map(saidIn).join('\n')
  expect(said).toContain('"action":"counter-approve","code":"OK"')
  expect(said).toContain('"action":"unlock","code":"PIN_WRONG"')
  const personal = [...people.flatMap(personalOf), ...Object.values(STAFF), DEMO_PIN, WRONG_PIN, ...tickets]
  for (const value of personal) expect(said).not.toContain(value)
})

it('a copy of the database that the functions leave, without its keys, leads from nothing that anybody did to a citizen', () => {
  expect(dump.citizens).toHaveLength(3)
  expect(dump.uses).toHaveLength(3)
  for (const collection of WHAT_PEOPLE_DID)
    for (const { id, citizens } of linkByValues(dump, collection))
      expect(citizens, `${collection} ${id}`).toEqual([])
  const text = JSON.stringify(dump)
  for (const person of SPECIMEN_PEOPLE.slice(0, 3))
    for (const value of personalOf(person)) expect(text).not.toContain(value)
})

/** Two dozen flows of one person, honest and hostile. @returns what they showed, and how they delete their identity */
async function live(person: SpecimenPerson, index: number, audience: string) {
  const client = cloud.citizen(openIdOf(person))
  const tools = { call: createDevelopmentCall(cloud.url), upload: createDevelopmentUpload(cloud.url) }
  const accounts = { citizen: client, officer: cloud.staff('officer') }
  const face = await asSelfie(await cropFace(index % 3), 1)
  const stored = await issueIdentity(tools, accounts, person, face, Date.now)
  const { key } = v.parse(v.pipe(v.string(), v.parseJson(), v.object({ key: StoredKey })), stored.credential)
  const issuedAt = () => unixSeconds(Date.now())
  const ask = (action: WalletAction) => {
    const requestId = randomBytes(16).toString('base64url')
    const request = createWalletRequest({ key, audience, issuedAt: issuedAt(), requestId, action })
    return client.call<Handles>('wallet', { request })
  }

  const released = await ask({ action: 'handles', count: 2 })
  if (!released.ok) throw new Error(released.code)
  const [handle = ''] = released.handles.map((one) => one.handle)
  const ticket = createTicket({ key, issuerId: 1, scenario: 'hotel', handle, issuedAt: issuedAt() })
  const desk = cloud.staff('clerk')
  const shown = { action: 'ticket', scenario: 'hotel', ticket }
  const verified = await desk.call<TicketVerified>('verify', shown)
  if (!verified.ok) throw new Error(verified.code)
  await desk.call('verify', shown)
  await desk.call('verify', { action: 'confirm', useId: verified.useId, portraitMatches: true })
  await desk.call('verify', { action: 'checks' })
  for (const action of ['status', 'history', 'issuances', 'trust', 'unfreeze'] as const) await ask({ action })
  await ask({ action: 'passes', scenario: 'age', count: 2 })
  await ask({ action: 'unlock', pin: WRONG_PIN })
  await ask({ action: 'unlock', pin: DEMO_PIN })
  await ask({ action: 'receipt', use: verified.useId })
  await ask({ action: 'not-me', use: verified.useId })
  await client.call('wallet', { action: 'freeze' })

  // What no app sends, with a person in every place of it.
  const { name, number } = person
  await client.call('wallet', { action: name })
  await client.call('wallet', { action: 'freeze', [number]: name })
  await client.call('enrol', { action: 'submit', enrolmentId: number, name })
  await client.call('organisation', { action: 'join', invitation: number, name })
  await desk.call('verify', { action: 'ticket', scenario: name, ticket: number })
  await client.call('trust', { log: [number, name] })
  return { shown: [ticket, handle], end: () => ask({ action: 'delete' }) }
}

async function employ(role: keyof typeof STAFF, scenarios: readonly string[]): Promise<void> {
  const onboarded = await cloud.operator.call<Onboarded>('organisation', {
    action: 'onboard',
    name: { zh: '南沙某单位', en: 'Somewhere in Nansha' },
    scenarios,
    enrols: role === 'officer',
    licenceExpiresAt: 2_000_000_000,
  })
  if (!onboarded.ok) throw new Error(onboarded.code)
  const invite = { action: 'invite', organisationId: onboarded.organisationId, role: 'clerk' }
  const invited = await cloud.operator.call<Invited>('organisation', invite)
  if (!invited.ok) throw new Error(invited.code)
  const join = { action: 'join', invitation: invited.invitation, name: STAFF[role] }
  await cloud.staff(role).call('organisation', join)
}

async function audienceOf({ url }: TestCloud): Promise<string> {
  const metadata = await (await fetch(`${url}/trust/.well-known/jwt-vc-issuer`)).json()
  return v.parse(v.object({ issuer: v.string() }), metadata).issuer
}

function openIdOf({ id }: SpecimenPerson): string {
  return `openid-of-${id}`
}

function personalOf(person: SpecimenPerson): string[] {
  const { name, number, birth, address, id } = person
  return [name, number, birth, birth.replaceAll('-', ''), address, id, openIdOf(person)]
}

const SHAPE = ['function', 'action', 'code', 'ms', 'cold', 'requestId'].join()

function shapeOf({ text }: LoggedCall['lines'][number]): string {
  return Object.keys(JSON.parse(text) as object).join()
}

/** What a call printed, without its id: digits of chance are not a PIN. */
function saidIn({ lines }: LoggedCall): string {
  return lines.map(({ text }) => text.replace(/"requestId":"[\w-]+"/, '')).join('\n')
}
