import { framePath, possibleFiles, uploadPaths } from '@nansha/core/enrol/uploads'
import { comparedPortraitPath, comparisonPath } from '@nansha/core/records/comparison-files'
import { DOCUMENT_READINGS } from '@nansha/core/records/document-readings'
import { ENROLMENTS, type Enrolment } from '@nansha/core/records/enrolments'
import { FACE_COMPARISONS } from '@nansha/core/records/face-comparisons'
import { GUEST_REPORTS } from '@nansha/core/records/guest-reports'
import { readingPath, readPortraitPath } from '@nansha/core/records/reading-files'
import { REPORT_DAYS } from '@nansha/core/records/report-days'
import { REQUESTS } from '@nansha/core/records/requests'
import { STAYS } from '@nansha/core/records/stays'
import { WAITING_GUESTS } from '@nansha/core/records/waiting-guests'
import { sweep } from '@nansha/core/sweep/sweep'
import { beforeEach, expect, it } from 'vitest'
import collections from '../../../cloudfunctions/deploy/collections.json'
import { NOW_MS } from '../../support/clock'
import { createMemoryDatabase } from '../../support/memory-database'
import { createMemoryFiles, STORAGE_ROOT } from '../../support/memory-files'

const MINUTE = 60_000
const time = NOW_MS
const database = () => createMemoryDatabase()
let ports: { database: ReturnType<typeof database>; files: ReturnType<typeof createMemoryFiles> }
const run = () => sweep({ ...ports, storageRoot: async () => STORAGE_ROOT, now: () => time })

const enrol = async (_id: string, expiredMinutesAgo: number, state: Enrolment['state']) => {
  await ports.database.in(ENROLMENTS).insert({
    _id,
    account: 'wxc:me',
    consent: { version: '1', at: new Date(0) },
    nonce: 'n',
    reading: null,
    reads: 0,
    checked: null,
    checks: 0,
    session: null,
    challenge: null,
    challenges: ['first', 'second'],
    filming: null,
    recheck: null,
    state,
    expiresAt: new Date(time - expiredMinutesAgo * MINUTE),
  })
  await ports.files.upload(uploadPaths(_id).card, Buffer.from('card'))
  await ports.files.upload(uploadPaths(_id).selfie, Buffer.from('selfie'))
  await ports.files.upload(
    `${framePath(_id, 'first')}0`,
    Buffer.from('a frame of a challenge that was drawn anew'),
  )
}

beforeEach(() => {
  ports = { database: database(), files: createMemoryFiles() }
})

it('the sweep deletes the photos of enrolments that nobody finished and of those that crashed while deciding', async () => {
  await enrol('abandoned', 11, 'begun')
  await enrol('crashed', 11, 'taken')
  expect(await run()).toMatchObject({ enrolments: 2 })
  expect(ports.files.stored.size).toBe(0)
  expect(ports.database.dump()).toEqual({})
})

it('the sweep deletes whatever a client may store under an enrolment, what no submission names included', async () => {
  await enrol('hoarder', 11, 'begun')
  const hoarded = possibleFiles('', { _id: 'hoarder', challenges: ['first', 'second'] })
  for (const path of hoarded) await ports.files.upload(path, Buffer.from('x'))
  await run()
  expect(ports.files.stored.size).toBe(0)
})

it('the sweep deletes the photos of comparisons that crashed, and leaves those that may still arrive', async () => {
  for (const [_id, ago] of [
    ['crashed', 11],
    ['open', 9],
  ] as const) {
    const expiresAt = new Date(time - ago * MINUTE)
    await ports.database
      .in(FACE_COMPARISONS)
      .insert({ _id, staff: 'wxv:clerk', useId: 'use', isSpent: true, expiresAt })
    await ports.files.upload(comparisonPath(_id), Buffer.from('photo'))
    await ports.files.upload(comparedPortraitPath(_id), Buffer.from('portrait'))
  }
  expect(await run()).toMatchObject({ faceComparisons: 1 })
  expect([...ports.files.stored.keys()]).toEqual([comparisonPath('open'), comparedPortraitPath('open')])
})

it('the sweep deletes the photos of a guest’s document that nobody registered, and those that were never looked at', async () => {
  await ports.database.in(DOCUMENT_READINGS).insert({
    _id: 'left',
    organisationId: 'organisation-1',
    staff: 'wxv:clerk',
    stayId: 'stay',
    document: 'card',
    places: ['read', 'never-read'],
    open: { place: 'never-read', of: 'face' },
    reads: 1,
    comparisons: 1,
    read: null,
    faces: null,
    expiresAt: new Date(time - 11 * MINUTE),
  })
  for (const path of [readingPath('read'), readingPath('never-read'), readPortraitPath('left')])
    await ports.files.upload(path, Buffer.from('photo'))
  expect(await run()).toMatchObject({ documentReadings: 1 })
  expect(ports.files.stored.size).toBe(0)
})

it('the sweep leaves those that are open, or whose uploads may still arrive', async () => {
  await enrol('open', -5, 'begun')
  await enrol('just-expired', 9, 'begun')
  expect(await run()).toMatchObject({ enrolments: 0 })
  expect(ports.files.stored.size).toBe(6)
})

it('the sweep keeps the record of an enrolment whose photos would not go, for the next round', async () => {
  await enrol('stuck', 11, 'begun')
  const { remove } = ports.files
  ports.files.remove = () => Promise.reject(new Error('storage is down'))
  await expect(run()).rejects.toThrow(AggregateError)
  expect(ports.database.dump().enrolments).toHaveLength(1)
  ports.files.remove = remove
  await run()
  expect(ports.files.stored.size).toBe(0)
})

it('the sweep goes on when photos cannot be deleted', async () => {
  for (const id of ['a', 'b', 'c']) await enrol(id, 11, 'taken')
  await ports.database
    .in<{ _id: string; expiresAt: Date }>(REQUESTS)
    .insert({ _id: 'old', expiresAt: new Date(time - 1) })
  const { remove } = ports.files
  ports.files.remove = async (ids) => {
    if (ids.some((id) => id.includes('/a/'))) throw new Error('a is stuck')
    await remove(ids)
  }
  await expect(run()).rejects.toThrow(AggregateError)
  expect(ports.database.dump()).toEqual({ enrolments: [expect.objectContaining({ _id: 'a' })] })
  expect([...ports.files.stored.keys()].every((path) => path.startsWith('enrolments/a/'))).toBe(true)
})

it('the sweep empties every collection that declares when its records end', async () => {
  const ending = collections.filter(({ indexes }) => indexes.some(({ name }) => name === 'expiresAt'))
  expect(ending.length).toBeGreaterThan(10)
  for (const { name } of ending) {
    const records = ports.database.in<{ _id: string; expiresAt: Date; folders: string[]; places: string[] }>({
      name,
    })
    await records.insert({ _id: 'old', folders: [], places: [], expiresAt: new Date(time - 11 * MINUTE) })
    await records.insert({ _id: 'fresh', folders: [], places: [], expiresAt: new Date(time + 1) })
  }
  await run()
  const left = Object.entries(ports.database.dump()).map(([name, records]) => [name, records.length])
  expect(left).toEqual(ending.map(({ name }) => [name, 1]))
})

it('the sweep forgets spent requests after their time and not before', async () => {
  const requests = ports.database.in<{ _id: string; expiresAt: Date }>(REQUESTS)
  await requests.insert({ _id: 'old', expiresAt: new Date(time - 1) })
  await requests.insert({ _id: 'fresh', expiresAt: new Date(time + 1) })
  expect(await run()).toMatchObject({ requests: 1 })
  expect(ports.database.dump().requests).toMatchObject([{ _id: 'fresh' }])
})

it.each([STAYS, WAITING_GUESTS, GUEST_REPORTS, REPORT_DAYS])(
  'the sweep forgets records of $name after their time and not before',
  async ({ name }) => {
    const records = ports.database.in<{ _id: string; expiresAt: Date }>({ name })
    await records.insert({ _id: 'old', expiresAt: new Date(time - 1) })
    await records.insert({ _id: 'kept', expiresAt: new Date(time + 1) })
    await run()
    expect(ports.database.dump()[name]).toMatchObject([{ _id: 'kept' }])
  },
)
