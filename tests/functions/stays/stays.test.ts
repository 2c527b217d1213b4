import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dateInChina } from '@nansha/shared/age-in-china'
import type { Answer } from '@nansha/shared/api/answer'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import type {
  Arrived,
  DayFigures,
  StayDetails,
  StayPage,
  WaitingGuestView,
} from '@nansha/shared/api/stays-answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningAuthority, startAuthority } from '#demo/authority/start-authority'
import { localReporter } from '#scripts/local-environment'
import { type Client, startTestCloud, type TestCloud } from '#support/cloud'
import { CARD } from '#support/hotel'

// The built functions, the specimen authority beside them, and a hotel that checks a guest in and out.
let dataDir: string
let authority: RunningAuthority
let cloud: TestCloud
let clerk: Client
let manager: Client

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-stays-'))
  authority = await startAuthority(dataDir, await localReporter(dataDir))
  cloud = await startTestCloud(
    { report: { NANSHA_GUEST_REPORTS: `${authority.url}/reports` } },
    undefined,
    dataDir,
  )
  const { organisationId } = await expectOk(
    cloud.operator.call<Onboarded>('organisation', {
      action: 'onboard',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      scenarios: ['hotel'],
      licenceExpiresAt: 2_000_000_000,
    }),
  )
  const hire = async (openId: string, role: 'manager' | 'clerk') => {
    const invite = { action: 'invite', organisationId, role }
    const { invitation } = await expectOk(cloud.operator.call<Invited>('organisation', invite))
    const client = cloud.staff(openId)
    await expectOk(client.call('organisation', { action: 'join', invitation, name: openId }))
    return client
  }
  manager = await hire('manager', 'manager')
  clerk = await hire('clerk', 'clerk')
})
afterAll(async () => {
  await cloud.stop()
  await authority.close()
})

async function expectOk<T extends object>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.details)}`)
  return answer
}
const ask = <T extends object>(event: object) => expectOk(clerk.call<T>('stays', event))
const received = async () =>
  (await (await fetch(`${authority.url}/stays`)).json()) as {
    stays: { room: string; kind: string; guests: { fields?: { id_number: string } }[] }[]
  }
const network = (state: 'on' | 'off') => fetch(`${authority.url}/network/${state}`, { method: 'POST' })

it('a guest with a card is checked in and out, and the authority alone reads the number', async () => {
  const stay = randomBytes(16).toString('base64url')
  const until = dateInChina(Date.now() + 2 * 86_400_000)
  const guest = await ask<WaitingGuestView>({
    action: 'admit',
    stay,
    guest: randomBytes(16).toString('base64url'),
    document: CARD,
  })
  expect(guest).toMatchObject({ name: '李娜', needsDuties: false })
  expect(await ask<Arrived>({ action: 'arrive', stay, room: '808', until })).toMatchObject({ guests: 1 })

  await network('off')
  await cloud.fire('report', 'every-minute')
  expect(await ask<StayDetails>({ action: 'stay', stay })).toMatchObject({ state: 'arrived' })
  await network('on')
  await ask({ action: 'move', stay, revision: 1, room: '909' })
  await ask({ action: 'depart', stay, revision: 2 })
  await cloud.fire('report', 'every-minute')
  expect(await ask<StayDetails>({ action: 'stay', stay })).toMatchObject({ state: 'departure-reported' })
  const [stayThere] = (await received()).stays
  expect(stayThere).toMatchObject({
    room: '909',
    kind: 'departure',
    guests: [{ fields: { id_number: CARD.kind === 'card' && CARD.idNumber } }],
  })
  expect(await ask<StayPage>({ action: 'list', list: 'departed', search: '909' })).toMatchObject({
    stays: [{ stay }],
  })

  const day = dateInChina(Date.now())
  expect(await clerk.call('stays', { action: 'day', day })).toMatchObject({ code: 'CALLER_FORBIDDEN' })
  const figures = await expectOk(manager.call<DayFigures>('stays', { action: 'day', day }))
  expect(figures).toMatchObject({ arrivals: 1, guests: 1, byClerk: [{ name: 'clerk', guests: 1 }] })
})

it('strangers and clients reach neither the stays nor the way to the authority', async () => {
  expect(await cloud.staff('stranger').call('stays', { action: 'summary' })).toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
  await expect(clerk.call('report', {})).rejects.toThrow()
})
