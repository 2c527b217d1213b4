import { collectApplication } from '@nansha/core/enrol/counter/apply'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { readCounterCard } from '@nansha/core/enrol/counter/read-counter-card'
import { refuseApplication } from '@nansha/core/enrol/counter/refuse-application'
import { COUNTER_APPLICATIONS, type CounterApplication } from '@nansha/core/records/counter-applications'
import { beforeEach, describe, expect, it } from 'vitest'
import { createServiceHall, OFFICER } from '#support/service-hall'

const alice = 'wxc:alice' as const
const COLLEAGUE = 'wxv:colleague' as const
const UNKNOWN = { code: 'ENROLMENT_UNKNOWN' }
let hall: Awaited<ReturnType<typeof createServiceHall>>
let application: Awaited<ReturnType<typeof hall.queue>>
beforeEach(async () => {
  hall = await createServiceHall()
  application = await hall.queue(alice)
})
const onRecord = () => (hall.database.dump().counterApplications as unknown as [CounterApplication])[0]
const readCard = (by: typeof OFFICER | typeof COLLEAGUE, card: string) =>
  readCounterCard(hall.ports, by, {
    ...{ action: 'counter-read-card', side: 'emblem', card },
    applicationId: application.applicationId,
  } as const)

describe('an application that an officer opens', () => {
  it('is theirs, with places to upload to that the phone is not told', async () => {
    const opened = await hall.open(OFFICER, application.code)
    const { officer, folders } = onRecord()
    const [folder] = folders
    expect(opened).toEqual({
      applicationId: application.applicationId,
      uploads: { card: `enrolments/${folder}/card`, portrait: `enrolments/${folder}/portrait` },
      phoneHolds: false,
      expiresAt: hall.clock.now / 1000 + 3600,
    })
    expect(officer).toEqual({ account: OFFICER, organisationId: 'hall' })
    expect(await hall.open(OFFICER, application.code)).toEqual(opened)
    expect(onRecord().folders).toEqual([folder])
  })

  it('is that of whoever opened it last, in a place of their own, and all photos go in the end', async () => {
    await hall.employ(COLLEAGUE)
    const first = await hall.open(OFFICER, application.code)
    const left = await hall.files.upload(first.uploads.card, Buffer.from('a card'))
    const second = await hall.open(COLLEAGUE, application.code)
    expect(second.uploads.card).not.toBe(first.uploads.card)
    expect(onRecord().folders).toHaveLength(2)
    await expect(readCard(OFFICER, left)).rejects.toMatchObject(UNKNOWN)
    await expect(refuseApplication(hall.ports, OFFICER, application.applicationId)).rejects.toMatchObject(
      UNKNOWN,
    )
    const elsewhere = { code: 'INPUT_INVALID', details: { field: 'card' } }
    await expect(readCard(COLLEAGUE, left)).rejects.toMatchObject(elsewhere)
    await refuseApplication(hall.ports, COLLEAGUE, application.applicationId)
    expect(hall.files.stored.size).toBe(0)
    const { counterApplications, counterCodes } = hall.database.dump()
    expect([counterApplications, counterCodes]).toEqual([undefined, undefined])
  })

  it('is nobody’s any more when its officer works elsewhere', async () => {
    const { uploads } = await hall.open(OFFICER, application.code)
    await hall.employ(OFFICER, 'another hall')
    const card = await hall.files.upload(uploads.card, Buffer.from('a card'))
    await expect(readCard(OFFICER, card)).rejects.toMatchObject(UNKNOWN)
    const { uploads: own } = await hall.open(OFFICER, application.code)
    expect(own.card).not.toBe(uploads.card)
    expect(onRecord().officer).toEqual({ account: OFFICER, organisationId: 'another hall' })
  })

  it('is open until its hour is over, for whoever reads, opens and collects', async () => {
    const { uploads } = await hall.open(OFFICER, application.code)
    const photograph = () => hall.files.upload(uploads.card, Buffer.from('a card'))
    hall.clock.now += 3600_000 - 1
    await readCard(OFFICER, await photograph())
    await hall.open(OFFICER, application.code)
    expect(await collectApplication(hall.ports, alice, application.applicationId)).toEqual({
      state: 'waiting',
    })
    hall.clock.now += 1
    await expect(readCard(OFFICER, await photograph())).rejects.toMatchObject(UNKNOWN)
    await expect(hall.open(OFFICER, application.code)).rejects.toMatchObject(UNKNOWN)
  })

  it('counts the photos that were read', async () => {
    const { uploads } = await hall.open(OFFICER, application.code)
    await readCard(OFFICER, await hall.files.upload(uploads.card, Buffer.from('a card')))
    expect(onRecord().reads).toBe(1)
  })

  it('keeps the credential sealed and the code for nobody, once it was approved', async () => {
    const opened = await hall.open(OFFICER, application.code)
    expect(onRecord().codeId).not.toBeNull()
    await hall.approve(OFFICER, opened)
    expect(onRecord()).toMatchObject({ codeId: null, credential: expect.any(String), child: null })
    expect(hall.database.dump().counterCodes).toBeUndefined()
    await expect(hall.open(OFFICER, application.code)).rejects.toMatchObject(UNKNOWN)
  })

  it('whose record is gone is unknown, whatever code there is', async () => {
    await hall.database.in(COUNTER_APPLICATIONS).remove(application.applicationId)
    await expect(hall.open(OFFICER, application.code)).rejects.toMatchObject(UNKNOWN)
  })
})

it.each(['collected', 'refused'])('an application that was %s makes room for another one', async (how) => {
  for (let n = 0; n < 4; n++) await beginApplication(hall.ports, alice, null)
  const begin = () => beginApplication(hall.ports, alice, null)
  await expect(begin()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  const opened = await hall.open(OFFICER, application.code)
  if (how === 'refused') await refuseApplication(hall.ports, OFFICER, application.applicationId)
  else {
    await hall.approve(OFFICER, opened)
    await collectApplication(hall.ports, alice, application.applicationId)
  }
  await begin()
  await expect(begin()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
})
