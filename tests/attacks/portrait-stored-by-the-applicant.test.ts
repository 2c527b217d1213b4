import { approveApplication } from '@nansha/core/enrol/counter/approve-application'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { sweep } from '@nansha/core/sweep/sweep'
import { beforeEach, expect, it } from 'vitest'
import { RESIDENT_NUMBER } from '../support/enrolled-citizen'
import { createServiceHall, OFFICER } from '../support/service-hall'

const alice = 'wxc:alice' as const
const HOUR = 3600_000

let hall: Awaited<ReturnType<typeof createServiceHall>>
beforeEach(async () => {
  hall = await createServiceHall()
})
const approval = (applicationId: string, portrait: string, photo: Buffer) =>
  approveApplication(hall.ports, OFFICER, null, {
    ...{ action: 'counter-approve', applicationId, name: '李明', idNumber: RESIDENT_NUMBER },
    ...{ cardValidity: 'long-term', portrait, portraitDigest: photoDigest(photo) },
  })

it('only the officer learns where the portrait is uploaded: the applicant can neither be first nor block it', async () => {
  const { applicationId, code } = await hall.queue(alice)
  const { uploads } = await hall.open(OFFICER, code)
  for (const path of Object.values(uploads)) expect(path).not.toContain(applicationId)
  const own = Buffer.from('a picture of somebody else')
  const planted = await hall.files.upload(`enrolments/${applicationId}/portrait`, own)
  await expect(approval(applicationId, planted, own)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { field: 'portrait' },
  })
  expect(hall.database.dump().citizens).toBeUndefined()
})

it('a portrait exchanged after the officer’s upload is not taken', async () => {
  const { applicationId, code } = await hall.queue(alice)
  const { uploads } = await hall.open(OFFICER, code)
  const seen = Buffer.from('what the officer photographed')
  const portrait = await hall.files.upload(uploads.portrait, seen)
  await hall.files.upload(uploads.portrait, Buffer.from('somebody else'))
  await expect(approval(applicationId, portrait, seen)).rejects.toMatchObject({ code: 'IMAGE_MISSING' })
  expect(hall.database.dump().citizens).toBeUndefined()
  expect(hall.files.stored.size).toBe(0)
})

it('an officer who takes over an application uploads elsewhere, and no picture of either stays', async () => {
  const { code } = await hall.queue(alice)
  await hall.employ('wxv:other')
  const first = await hall.open(OFFICER, code)
  await hall.files.upload(first.uploads.portrait, Buffer.from('a picture that blocks the place'))
  const second = await hall.open('wxv:other', code)
  expect(second.uploads.portrait).not.toBe(first.uploads.portrait)
  expect((await hall.open('wxv:other', code)).uploads).toEqual(second.uploads)
  await hall.approve('wxv:other', second)
  expect(hall.files.stored.size).toBe(0)
})

it('portraits of an application that nobody approved are swept, whichever officer took them', async () => {
  const { code } = await hall.queue(alice)
  await hall.employ('wxv:other')
  for (const by of [OFFICER, 'wxv:other'] as const) {
    const { uploads } = await hall.open(by, code)
    await hall.files.upload(uploads.card, Buffer.from('a card'))
  }
  hall.clock.now += 2 * HOUR
  await sweep(hall.ports)
  expect(hall.files.stored.size).toBe(0)
})
