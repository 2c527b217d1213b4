import { photoDigest } from '@nansha/core/image/photo-digest'
import type { CounterApplied, CounterBegun, CounterOpened, CounterWaiting } from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, seed, startTestCloud, type TestCloud } from '../../support/cloud'
import { asSelfie, cropFace, emptyRoom } from '../../support/faces'

const card = {
  name: '李晚晴',
  idNumber: '11010519491231002X',
  address: '广州市南沙区',
  ethnicity: '汉',
  cardValidity: 'long-term',
}
let cloud: TestCloud
let officer: Client

async function ask<Result extends object>(client: Client, name: string, event: object): Promise<Result> {
  const answer = await client.call<Result>(name, event)
  if (!answer.ok) throw new Error(answer.code)
  return answer
}

beforeAll(async () => {
  cloud = await startTestCloud()
  officer = cloud.staff('officer')
  const hall = { zh: '南沙政务服务中心', en: 'Nansha service hall' }
  const { organisationId } = await ask<Onboarded>(cloud.operator, 'organisation', {
    action: 'onboard',
    name: hall,
    scenarios: ['counter'],
    enrols: true,
    licenceExpiresAt: 2_000_000_000,
  })
  const invite = { action: 'invite', organisationId, role: 'clerk' }
  const { invitation } = await ask<Invited>(cloud.operator, 'organisation', invite)
  await ask(officer, 'organisation', { action: 'join', invitation, name: '陈警官' })
})
afterAll(() => cloud.stop())

it('the counter of the enrol function does not let an officer approve what they applied for in the citizens’ app', async () => {
  const applicant = cloud.citizen('officer')
  const begun = await ask<CounterBegun>(applicant, 'enrol', { action: 'counter-begin' })
  const { applicationId, audience, nonce } = begun
  const issuedAt = unixSeconds(Date.now())
  const proof = createProofOfPossession({ key: createHolderKey(seed()), audience, nonce, issuedAt })
  const apply = { action: 'counter-apply', applicationId, proof }
  const { code } = await ask<CounterApplied>(applicant, 'enrol', apply)
  const { uploads } = await ask<CounterOpened>(officer, 'enrol', { action: 'counter-open', code })
  const photo = await asSelfie(await cropFace(2), 1)
  const portrait = await officer.upload(uploads.portrait, photo)
  const portraitDigest = photoDigest(photo)
  const approve = { action: 'counter-approve', applicationId, ...card, portrait, portraitDigest }
  await expect(ask(officer, 'enrol', approve)).rejects.toThrow('CALLER_FORBIDDEN')
  expect((await cloud.records()).citizens).toBeUndefined()
  await ask(officer, 'enrol', { action: 'counter-refuse', applicationId })
})

it('the counter of the enrol function enrols a person without any face recognition: code, officer, portrait, credential', async () => {
  const li = cloud.citizen('li')
  const begun = await ask<CounterBegun>(li, 'enrol', { action: 'counter-begin' })
  const { applicationId, audience, nonce } = begun
  const issuedAt = unixSeconds(Date.now())
  const proof = createProofOfPossession({ key: createHolderKey(seed()), audience, nonce, issuedAt })
  const { code } = await ask<CounterApplied>(li, 'enrol', { action: 'counter-apply', applicationId, proof })
  const collect = () =>
    ask<EnrolIssued | CounterWaiting>(li, 'enrol', { action: 'counter-collect', applicationId })
  expect(await collect()).toMatchObject({ state: 'waiting' })

  await expect(ask(cloud.staff('clerk'), 'enrol', { action: 'counter-open', code })).rejects.toThrow(
    'CALLER_FORBIDDEN',
  )
  const { uploads } = await ask<CounterOpened>(officer, 'enrol', { action: 'counter-open', code })
  const approve = { action: 'counter-approve', applicationId, ...card }
  const photographed = async (photo: Buffer) => ({
    ...approve,
    portrait: await officer.upload(uploads.portrait, photo),
    portraitDigest: photoDigest(photo),
  })
  const nobody = ask(officer, 'enrol', await photographed(await emptyRoom()))
  await expect(nobody).rejects.toThrow('FACE_NOT_FOUND')
  const exchanged = { ...(await photographed(await emptyRoom())), portraitDigest: 'A'.repeat(43) }
  await expect(ask(officer, 'enrol', exchanged)).rejects.toThrow('IMAGE_MISSING')
  await ask(officer, 'enrol', await photographed(await asSelfie(await cropFace(2), 1)))

  expect(await collect()).toMatchObject({ credential: expect.stringContaining('~') })
  await expect(collect()).rejects.toThrow('ENROLMENT_UNKNOWN')
  const records = await cloud.records()
  expect(records.citizens).toMatchObject([{ assurance: 'in-person', account: 'wxcitizen0000000001:li' }])
  expect(records.decisions).toMatchObject([{ route: 'counter', officer: { name: '陈警官' } }])
  expect(records.counterApplications).toBeUndefined()
  // Nothing but the marker by which file ids are known.
  expect(await cloud.fileCount()).toBe(1)
})
