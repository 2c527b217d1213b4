import { randomId } from '@nansha/core/function/random-id'
import type { AccountKey } from '@nansha/core/records/account-key'
import { discardRead } from '@nansha/core/stays/reading/admit-read'
import { StaysEvent } from '@nansha/shared/api/stays'
import * as v from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { MANAGER } from '#support/hotel'
import { createReadingDesk, type ReadingDesk } from '#support/reading-desk'
import { CLERK, OTHER_CLERK } from '#support/world'

let desk: ReadingDesk
beforeEach(async () => {
  desk = await createReadingDesk()
})
const unknown = { code: 'READING_UNKNOWN' }

test.each<[string, AccountKey]>([
  ['another hotel', OTHER_CLERK],
  ['the same hotel', MANAGER],
])(
  'staff of %s who know every id neither read, compare, register nor discard a clerk’s guest',
  async (_, account) => {
    const { upload } = await desk.place()
    const photo = await desk.upload(upload, 'the document')
    await expect(desk.read(photo, account)).rejects.toMatchObject(unknown)
    await expect(desk.place('card', account)).rejects.toMatchObject(unknown)
    await desk.read(photo)
    await expect(desk.facePlace(account)).rejects.toMatchObject(unknown)
    const face = await desk.upload((await desk.facePlace()).upload, 'the guest')
    await expect(desk.compare(face, account)).rejects.toMatchObject(unknown)
    await expect(desk.admitRead(undefined, account)).rejects.toMatchObject(unknown)
    await expect(discardRead(desk.ports, account, { guest: desk.guest })).rejects.toMatchObject(unknown)
    expect(desk.found.seen).toEqual(['the document'])
    await desk.compare(face)
    await desk.admitRead()
    expect(desk.waiting()).toHaveLength(1)
  },
)

test('no other file than the one at the place that was told is read, compared or deleted', async () => {
  const other = await desk.upload('enrolments/e1/card', 'the card of somebody else')
  await desk.place()
  await expect(desk.read(other)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await desk.readOne()
  await desk.facePlace()
  await expect(desk.compare(other)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  expect(desk.found.seen).toEqual(['the document'])
  expect([...desk.files.stored.keys()]).toContain('enrolments/e1/card')
})

test('a photo is read once: a second one at the same place is not looked at', async () => {
  const { upload } = await desk.place()
  const photo = await desk.upload(upload, 'the document')
  await desk.read(photo)
  await desk.upload(upload, 'the document of somebody else')
  await expect(desk.read(photo)).rejects.toMatchObject(unknown)
  expect(desk.found.seen).toEqual(['the document'])
})

test('a face that was compared once is not tried again until it fits', async () => {
  desk.found.face = 'no-match'
  await desk.readOne()
  expect(await desk.compareOne()).toEqual({ answer: 'different' })
  await expect(desk.compareOne()).rejects.toMatchObject(unknown)
})

test('a document that was photographed again loses what a face was compared with before', async () => {
  await desk.readOne()
  await desk.compareOne()
  await desk.place()
  await expect(desk.admitRead()).rejects.toMatchObject(unknown)
  await desk.readOne()
  await desk.admitRead()
  expect(desk.waiting()[0]?.guest.identified).toEqual({ read: 'camera' })
})

test('a document that is photographed again while the face is compared takes the answer with it', async () => {
  await desk.readOne()
  desk.found.during = () => desk.place()
  await expect(desk.compareOne()).rejects.toMatchObject(unknown)
})

test('a reading does not register a second guest, nor one for another stay', async () => {
  await desk.readOne()
  const elsewhere = { stay: randomId(), guest: desk.guest }
  await expect(desk.admitRead(undefined, CLERK, elsewhere)).rejects.toMatchObject(unknown)
  await desk.admitRead()
  await expect(desk.admitRead(undefined, CLERK, elsewhere)).rejects.toMatchObject({ code: 'STAY_UNKNOWN' })
  const second = { stay: desk.stay, guest: randomId() }
  await expect(desk.admitRead(undefined, CLERK, second)).rejects.toMatchObject(unknown)
  expect(desk.waiting()).toHaveLength(1)
})

test('nobody’s face is photographed without their consent, nor registered without the clerk’s look', () => {
  const [guest, stay] = [randomId(), randomId()]
  const isAccepted = (event: object) => v.safeParse(StaysEvent, event).success
  const face = { action: 'photograph-guest', guest }
  expect(
    [{}, { consented: false }, { consented: true }].map((said) => isAccepted({ ...face, ...said })),
  ).toEqual([false, false, true])
  const admit = (said: object) => ({
    action: 'admit-read',
    guest,
    stay,
    document: { kind: 'card', name: '李娜', ...said },
  })
  expect([{}, { compared: false }, { compared: true }].map((said) => isAccepted(admit(said)))).toEqual([
    false,
    false,
    true,
  ])
})

test('a hotel whose licence is suspended photographs nobody', async () => {
  await desk.readOne()
  await desk.setOrganisation({ suspendedAt: new Date(desk.clock.now) })
  const refused = { code: 'LICENCE_SUSPENDED' }
  await expect(desk.place()).rejects.toMatchObject(refused)
  await expect(desk.facePlace()).rejects.toMatchObject(refused)
  await expect(desk.admitRead()).rejects.toMatchObject(refused)
})
