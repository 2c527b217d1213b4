import { applyAtCounter, collectApplication } from '@nansha/core/enrol/counter/apply'
import { approveApplication } from '@nansha/core/enrol/counter/approve-application'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { openApplication } from '@nansha/core/enrol/counter/open-application'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { Stored } from '@nansha/core/platform/database'
import { DuplicateKey } from '@nansha/core/platform/database-errors'
import type { AccountKey } from '@nansha/core/records/account-key'
import type { CitizenClaims } from '@nansha/core/records/citizens'
import { NUMBER_LOCKS } from '@nansha/core/records/number-locks'
import { OFFICER_APPROVALS } from '@nansha/core/records/officer-approvals'
import { ORGANISATIONS, type Organisation } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { NanshaError } from '@nansha/shared/errors'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '#support/enrol-ports'
import { enrolCitizen, RESIDENT_NUMBER } from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
const officer = 'wxv:officer' as const
const clerk = 'wxv:clerk' as const
const DAY = 24 * 3600_000

let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(async () => {
  cloud = createEnrolPorts()
  await employ(officer, 'hall', { enrols: true })
  await employ(clerk, 'hotel', {})
})

async function employ(account: AccountKey, organisationId: string, changes: Partial<Organisation>) {
  const name = { zh: '南沙政务服务中心', en: 'Nansha service hall' }
  const licenceExpiresAt = new Date(cloud.clock.now + 30 * DAY)
  const onboardedAt = new Date(cloud.clock.now)
  await cloud.database.in(ORGANISATIONS).put({
    _id: organisationId,
    name,
    scenarios: ['counter'],
    licenceExpiresAt,
    onboardedAt,
    ...changes,
  })
  await cloud.database
    .in(STAFF)
    .put({ _id: account, organisationId, role: 'clerk', name: '陈警官', joinedAt: onboardedAt })
}

/** A phone at the counter, with its code on the screen. */
async function queue(account: AccountKey = alice, unionId: string | null = null) {
  const begun = await beginApplication(cloud.ports, account, unionId)
  const proof = createProofOfPossession({
    key: newHolderKey(),
    audience: begun.audience,
    nonce: begun.nonce,
    issuedAt: unixSeconds(cloud.clock.now),
  })
  const { applicationId } = begun
  const { code } = await applyAtCounter(cloud.ports, account, {
    action: 'counter-apply',
    applicationId,
    proof,
  })
  return { applicationId, code, proof }
}

const approve = async (
  by: AccountKey,
  { code, applicationId }: { code: string; applicationId: string },
  changes = {},
  unionId: string | null = null,
) => {
  const { uploads } = await openApplication(cloud.ports, by, code)
  const photo = Buffer.from('a photo by the officer')
  const portrait = await cloud.files.upload(uploads.portrait, photo)
  await approveApplication(cloud.ports, by, unionId, {
    action: 'counter-approve',
    applicationId,
    name: '李明',
    idNumber: RESIDENT_NUMBER,
    address: '广州市南沙区',
    cardValidity: 'long-term',
    portrait,
    portraitDigest: photoDigest(photo),
    ...changes,
  })
}
const collect = (applicationId: string, account: AccountKey = alice) =>
  collectApplication(cloud.ports, account, applicationId)
const records = (name: string) => (cloud.database.dump()[name] ?? []) as unknown as Record<string, unknown>[]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    ({ code }: NanshaError) => code,
  )

describe('the counter', () => {
  it('gives the phone the same credential, proven in person, without any face being compared', async () => {
    cloud.world.faces = () => expect.unreachable()
    cloud.world.registry = () => expect.unreachable()
    const application = await queue()
    expect(application.code).toMatch(/^\d{8}$/)
    expect(await collect(application.applicationId)).toEqual({ state: 'waiting' })
    await approve(officer, application)

    const { credential } = (await collect(application.applicationId)) as { credential: string }
    expect(JSON.parse(Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      assurance: 'in-person',
    })
    const [citizen] = records('citizens')
    const place = { collection: 'citizens', id: String(citizen?._id), field: 'claims' }
    expect(cloud.ports.envelopes.openJson<CitizenClaims>(place, String(citizen?.claims))).toEqual({
      card_validity: 'long-term',
      name: '李明',
      id_number: RESIDENT_NUMBER,
      sex: 'female',
      birthdate: '1949-12-31',
      address: '广州市南沙区',
    })
    const consent = { version: 'in-person', at: new Date(cloud.clock.now) }
    expect(citizen?.consent).toEqual(consent)
    expect(records('decisions')).toMatchObject([
      {
        route: 'counter',
        account: alice,
        numberIndex: citizen?.numberIndex,
        consent,
        at: new Date(cloud.clock.now),
        officer: { account: officer, name: '陈警官', organisationId: 'hall' },
        guardian: null,
        expiresAt: new Date(cloud.clock.now + 3 * 365 * DAY),
      },
    ])
    expect(cloud.files.stored.size).toBe(0)
  })

  it('keeps the ethnic group that the card says', async () => {
    await approve(officer, await queue(), { ethnicity: '壮' })
    const [citizen] = records('citizens')
    const place = { collection: 'citizens', id: String(citizen?._id), field: 'claims' }
    expect(cloud.ports.envelopes.openJson(place, String(citizen?.claims))).toMatchObject({ ethnicity: '壮' })
  })

  it('keeps what the card of a foreign permanent resident says', async () => {
    const printed = { nationality: 'FRA', chineseName: '白安娜', address: undefined }
    const card = { name: 'SPECIMEN, ANNA', idNumber: '911124198108030024', cardValidity: '2034-01-15' }
    await approve(officer, await queue(), { ...card, ...printed })
    const [citizen] = records('citizens')
    const place = { collection: 'citizens', id: String(citizen?._id), field: 'claims' }
    expect(cloud.ports.envelopes.openJson(place, String(citizen?.claims))).toEqual({
      name: 'SPECIMEN, ANNA',
      id_number: '911124198108030024',
      sex: 'female',
      birthdate: '1981-08-03',
      nationality: 'FRA',
      chinese_name: '白安娜',
      card_validity: '2034-01-15',
    })
  })

  it('gives another code when the one that was drawn is taken, and gives up after eight', async () => {
    const { code } = await queue()
    const drawing = (...codes: number[]) => {
      let drawn = 0
      cloud.ports = { ...cloud.ports, randomInt: () => codes[drawn++] ?? Number(code) }
      return queue('wxc:bob')
    }
    expect((await drawing(Number(code), 7)).code).toBe('00000007')
    await expect(drawing(...Array(8).fill(Number(code)), 9)).rejects.toBeInstanceOf(DuplicateKey)
    expect((await drawing(...Array(7).fill(Number(code)), 8)).code).toBe('00000008')
  })

  it('hands the credential over once, and to the account that applied', async () => {
    const { applicationId, code } = await queue()
    await approve(officer, { applicationId, code })
    const waiting = JSON.stringify(records('counterApplications'))
    expect(await codeOf(collect(applicationId, 'wxc:other'))).toBe('ENROLMENT_UNKNOWN')
    const { credential } = (await collect(applicationId)) as { credential: string }
    expect(waiting).not.toContain(credential.split('~')[0])
    expect(await codeOf(collect(applicationId))).toBe('ENROLMENT_UNKNOWN')
    expect(records('counterApplications')).toEqual([])
  })

  it('is open to officers of organisations that may enrol, within their licence', async () => {
    const application = await queue()
    expect(await codeOf(approve(clerk, application))).toBe('CALLER_FORBIDDEN')
    expect(await codeOf(approve('wxc:nobody', application))).toBe('CALLER_FORBIDDEN')
    await employ(officer, 'hall', { enrols: true, licenceExpiresAt: new Date(cloud.clock.now) })
    expect(await codeOf(approve(officer, application))).toBe('LICENCE_EXPIRED')
    expect(records('citizens')).toEqual([])
  })

  it('takes two officers of whom the platform tells no union for two people', async () => {
    expect(await codeOf(approve(officer, await queue('wxc:officer', 'u1'), {}, 'u2'))).toBe('granted')
    const second = { idNumber: '440524188001010014' }
    expect(await codeOf(approve(officer, await queue('wxc:bob', null), second, null))).toBe('granted')
  })

  it('does not let officers approve themselves, nor one application twice', async () => {
    expect(await codeOf(approve(officer, await queue(officer)))).toBe('CALLER_FORBIDDEN')
    const own = await queue('wxc:officer', 'u1')
    expect(await codeOf(approve(officer, own, {}, 'u1'))).toBe('CALLER_FORBIDDEN')
    expect(records('citizens')).toEqual([])
    const application = await queue()
    await approve(officer, application)
    expect(await codeOf(approve(officer, application))).toBe('ENROLMENT_UNKNOWN')
    expect(records('credentials')).toHaveLength(1)
  })

  it('takes one phone key per application, and forgets an application after an hour', async () => {
    const { applicationId, proof, code } = await queue()
    const again = applyAtCounter(cloud.ports, alice, { action: 'counter-apply', applicationId, proof })
    expect(await codeOf(again)).toBe('ENROLMENT_USED')
    cloud.clock.now += 3600_000
    expect(await codeOf(approve(officer, { applicationId, code }))).toBe('ENROLMENT_UNKNOWN')
    expect(await codeOf(collect(applicationId))).toBe('ENROLMENT_EXPIRED')
  })

  it('lets an officer approve fifty a day and no more', async () => {
    const day = { approvals: 49, expiresAt: new Date(cloud.clock.now + DAY) }
    const date = new Date(cloud.clock.now + 8 * 3600_000).toISOString().slice(0, 10)
    await cloud.database.in(OFFICER_APPROVALS).put({ _id: `${officer}.${date}`, ...day })
    expect(await codeOf(approve(officer, await queue()))).toBe('granted')
    const second = { idNumber: '440524188001010014' }
    expect(await codeOf(approve(officer, await queue('wxc:bob'), second))).toBe('ATTEMPTS_EXHAUSTED')
    expect(records('citizens')).toHaveLength(1)
    cloud.clock.now += DAY
    expect(await codeOf(approve(officer, await queue('wxc:bob'), second))).toBe('granted')
  })

  it('moves a number from whoever holds it, at once, whatever locks it', async () => {
    const thief = await enrolCitizen(cloud, 'wxc:thief')
    expect(thief).toHaveProperty('credential')
    await cloud.database.in<Stored>(NUMBER_LOCKS).put({ _id: String(records('citizens')[0]?.numberIndex) })
    const application = await queue()
    await approve(officer, application)
    expect(await collect(application.applicationId)).toHaveProperty('credential')
    expect(records('citizens')).toMatchObject([{ account: alice }])
    expect(
      records('credentials')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['revoked', 'valid'])
  })

  it('accepts only the photo that was taken for this application, and deletes it on every path', async () => {
    const application = await queue()
    const elsewhere = { portrait: 'cloud://test.bucket/specimens/1' }
    await expect(approve(officer, application, elsewhere)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'portrait' },
    })
    expect(await codeOf(approve(officer, application, { idNumber: '110105194912310021' }))).toBe(
      'NUMBER_CHECKSUM',
    )
    expect(cloud.files.stored.size).toBe(0)
  })
})

describe('a child at the counter', () => {
  const numberOf = (birthdate: string) =>
    createResidentNumber({ region: '440115', birthdate, sex: 'male' }, () => 0.3)
  const child = { name: '李小明', idNumber: numberOf('2015-06-01') }

  it('is enrolled with a guardian, whose name is kept sealed', async () => {
    const guardian = { name: '李明', idNumber: RESIDENT_NUMBER }
    expect(await codeOf(approve(officer, await queue(), { ...child, guardian }))).toBe('granted')
    const everything = JSON.stringify(cloud.database.dump())
    expect(everything).not.toContain('李明')
    const [decision] = records('decisions')
    const place = { collection: 'decisions', id: String(decision?._id), field: 'guardian' }
    expect(cloud.ports.envelopes.openJson(place, String(decision?.guardian))).toEqual({
      name: '李明',
      id_number: RESIDENT_NUMBER,
    })
  })

  it.each([
    ['alone', child, 'GUARDIAN_REQUIRED'],
    [
      'with another child',
      { ...child, guardian: { name: '李大明', idNumber: numberOf('2012-06-01') } },
      'INPUT_INVALID',
    ],
    [
      'with a mistyped guardian',
      { ...child, guardian: { name: '李明', idNumber: '110105194912310021' } },
      'NUMBER_CHECKSUM',
    ],
    ['with a card of yesterday', { cardValidity: '2027-01-14' }, 'CARD_EXPIRED'],
    ['with a card that is not valid yet', { cardValidity: '2063-11-14' }, 'CARD_NOT_YET_VALID'],
    ['with a day that no calendar has', { cardValidity: '2036-02-30' }, 'INPUT_INVALID'],
    ['with a leap day of a common year', { cardValidity: '2035-02-29' }, 'INPUT_INVALID'],
    ['who is grown up', { guardian: { name: '王芳', idNumber: '440524188001010014' } }, 'INPUT_INVALID'],
  ])('%s is refused', async (_, changes, code) => {
    expect(await codeOf(approve(officer, await queue(), changes))).toBe(code)
    expect(records('citizens')).toEqual([])
  })
})
