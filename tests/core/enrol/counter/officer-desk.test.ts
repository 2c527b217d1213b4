import { applyAtCounter, collectApplication } from '@nansha/core/enrol/counter/apply'
import { approveApplication } from '@nansha/core/enrol/counter/approve-application'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { openApplication } from '@nansha/core/enrol/counter/open-application'
import { readCounterCard } from '@nansha/core/enrol/counter/read-counter-card'
import { refuseApplication } from '@nansha/core/enrol/counter/refuse-application'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import { sweep } from '@nansha/core/sweep/sweep'
import { CounterEvent } from '@nansha/shared/api/counter'
import { NanshaError } from '@nansha/shared/errors'
import type { CardSide } from '@nansha/shared/identity-card'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseOrAbandon } from '#functions/enrol/parse-or-abandon'
import { createEnrolPorts, newHolderKey } from '#support/enrol-ports'

const alice = 'wxc:alice' as const
const officer = 'wxv:officer' as const
const HOUR = 3600_000

let cloud: ReturnType<typeof createEnrolPorts>
let applicationId: string
let code: string
let uploads: { card: string; portrait: string }

beforeEach(async () => {
  cloud = createEnrolPorts()
  const at = new Date(cloud.clock.now)
  await cloud.database.in(ORGANISATIONS).put({
    _id: 'hall',
    name: { zh: '南沙政务服务中心', en: 'Nansha service hall' },
    scenarios: ['counter'],
    enrols: true,
    licenceExpiresAt: new Date(cloud.clock.now + 24 * HOUR),
    onboardedAt: at,
  })
  const member = { organisationId: 'hall', role: 'clerk', name: '陈警官', joinedAt: at } as const
  await cloud.database.in(STAFF).put({ _id: officer, ...member })

  const begun = await beginApplication(cloud.ports, alice, null)
  applicationId = begun.applicationId
  const proof = createProofOfPossession({ key: newHolderKey(), issuedAt: cloud.clock.now / 1000, ...begun })
  const applied = await applyAtCounter(cloud.ports, alice, { action: 'counter-apply', applicationId, proof })
  code = applied.code
  uploads = (await openApplication(cloud.ports, officer, code)).uploads
})

const who = { name: '李明', idNumber: '11010519491231002X', cardValidity: '2040-01-01' }
const portray = () => cloud.files.upload(uploads.portrait, Buffer.from('a face'))
const approve = async (by: `${string}:${string}` = officer) =>
  approveApplication(cloud.ports, by, null, {
    ...{ action: 'counter-approve', applicationId, ...who },
    portrait: await portray(),
    portraitDigest: photoDigest(Buffer.from('a face')),
  })
const collect = () => collectApplication(cloud.ports, alice, applicationId)
/** What became of several at once: a code, or none. */
/** How simultaneous calls ended, sorted: whichever comes first may win. */
const outcomes = async (...work: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(work))
    .map((result) => (result.status === 'rejected' ? result.reason.code : 'done'))
    .sort()
const photograph = () => cloud.files.upload(uploads.card, Buffer.from('a card'))
const read = (card: string, by: `${string}:${string}` = officer, side: CardSide = 'portrait') =>
  readCounterCard(cloud.ports, by, { action: 'counter-read-card', applicationId, side, card })

describe('the card in the hand of an officer', () => {
  it('is read, both sides, and its photos deleted', async () => {
    expect(await read(await photograph())).toMatchObject({ side: 'portrait', fields: { name: {} } })
    expect(await read(await photograph(), officer, 'emblem')).toMatchObject({
      side: 'emblem',
      fields: { validUntil: { value: '2040-01-01' } },
    })
    expect(cloud.files.stored.size).toBe(0)
  })

  it('is deleted also when it cannot be read', async () => {
    cloud.world.card = () => Promise.reject(new NanshaError('CARD_GLARE'))
    await expect(read(await photograph())).rejects.toMatchObject({ code: 'CARD_GLARE' })
    expect(cloud.files.stored.size).toBe(0)
  })

  it('is read for officers alone, only from its own place, and eight times at most', async () => {
    const card = await photograph()
    await expect(read(card, alice)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
    await expect(read('cloud://test.bucket/enrolments/other/card')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'card' },
    })
    for (let time = 0; time < 8; time++) await read(card)
    await expect(read(card)).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  })

  it('goes with the approval when the officer typed after all, and with one that was malformed', async () => {
    await photograph()
    const portrait = await portray()
    for (const [by, left] of [
      [alice, 2],
      [officer, 0],
    ] as const) {
      const malformed = parseOrAbandon(cloud.ports, by, CounterEvent, {
        ...{ action: 'counter-approve', applicationId, ...who, portrait },
        name: '?',
      })
      await expect(malformed).rejects.toMatchObject({ code: 'INPUT_INVALID' })
      expect(cloud.files.stored.size).toBe(left)
    }

    await photograph()
    await approve()
    expect(cloud.files.stored.size).toBe(0)
  })

  it('does not outlive the application when nobody had it read', async () => {
    await photograph()
    cloud.clock.now += 2 * HOUR
    expect(await sweep({ ...cloud.ports })).toMatchObject({ counterApplications: 1 })
    expect(cloud.files.stored.size).toBe(0)
  })
})

describe('an officer who does not believe the applicant', () => {
  it('ends the application, with its photos, and the phone hears so', async () => {
    await photograph()
    await refuseApplication(cloud.ports, officer, applicationId)
    expect(cloud.files.stored.size).toBe(0)
    await expect(collectApplication(cloud.ports, alice, applicationId)).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
  })

  it('must be an officer', async () => {
    await expect(refuseApplication(cloud.ports, alice, applicationId)).rejects.toMatchObject({
      code: 'CALLER_FORBIDDEN',
    })
    await expect(collectApplication(cloud.ports, alice, applicationId)).resolves.toEqual({ state: 'waiting' })
  })
})

describe('an application', () => {
  const unknown = { code: 'ENROLMENT_UNKNOWN' }

  it('is approved by one of two officers at once, and collected by one of two calls', async () => {
    expect(await outcomes(approve(), approve())).toEqual(['ENROLMENT_UNKNOWN', 'done'])
    expect(cloud.database.dump().credentials).toHaveLength(1)
    expect(await outcomes(collect(), collect())).toEqual(['ENROLMENT_UNKNOWN', 'done'])
  })

  it('is not refused any more once it was approved', async () => {
    await approve()
    await expect(refuseApplication(cloud.ports, officer, applicationId)).rejects.toMatchObject(unknown)
    expect(await collect()).toHaveProperty('credential')
  })

  it('is found by officers alone, and by nobody after its hour, who had opened it before included', async () => {
    await expect(openApplication(cloud.ports, alice, code)).rejects.toMatchObject({
      code: 'CALLER_FORBIDDEN',
    })
    cloud.clock.now += HOUR
    await expect(openApplication(cloud.ports, officer, code)).rejects.toMatchObject(unknown)
    await expect(approve()).rejects.toMatchObject(unknown)
    expect(cloud.database.dump().citizens).toBeUndefined()
  })

  it('is one of five that an account may have open', async () => {
    for (let i = 0; i < 4; i++) await beginApplication(cloud.ports, alice, null)
    await expect(beginApplication(cloud.ports, alice, null)).rejects.toMatchObject({
      code: 'ATTEMPTS_EXHAUSTED',
    })
    await expect(beginApplication(cloud.ports, 'wxc:bob', null)).resolves.toBeDefined()
  })
})
