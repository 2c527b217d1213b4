import { FaceFault } from '@nansha/core/clients/face-answer'
import { randomId } from '@nansha/core/function/random-id'
import { discardRead } from '@nansha/core/stays/reading/admit-read'
import {
  MOST_COMPARISONS,
  MOST_READS,
  PHOTOS_A_DAY,
  READING_MS,
} from '@nansha/core/stays/reading/open-reading'
import { photographDocument } from '@nansha/core/stays/reading/photograph-document'
import { NanshaError } from '@nansha/shared/errors'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { beforeEach, describe, expect, it } from 'vitest'
import { openGuest } from '#demo/authority/open-guest'
import { NUMBER } from '#support/hotel'
import { ISSUER } from '#support/issuer'
import { createReadingDesk, READ_CARD, type ReadingDesk } from '#support/reading-desk'
import { AUTHORITY } from '#support/trust'
import { CLERK } from '#support/world'

let desk: ReadingDesk
beforeEach(async () => {
  desk = await createReadingDesk()
})
const field = (value: string, confirm = false) => ({ value, confidence: 0.9, confirm })
/** What the authority reads of the guest. */
const received = () => {
  const { guest } = desk.waiting()[0] ?? {}
  if (!guest) throw new Error('Nobody waits for a room.')
  const place = { issuer: ISSUER, organisation: 'organisation-1', stay: desk.stay, guest: guest.id }
  return openGuest(AUTHORITY.sealing, { ...place, version: 1, field: 'fields' }, guest.sealed)
}

describe('a guest whose card is photographed at the desk', () => {
  it('is registered without anybody at the hotel seeing the number, which the authority gets', async () => {
    expect(await desk.readOne()).toEqual({ kind: 'card', name: '李娜', last4: NUMBER.slice(-4) })
    expect(await desk.compareOne()).toEqual({ answer: 'same' })
    expect(await desk.admitRead()).toMatchObject({ kind: 'card', name: '李娜', last4: NUMBER.slice(-4) })
    expect(await received()).toMatchObject({
      id_number: NUMBER,
      name: '李娜',
      ethnicity: '汉',
      sex: 'female',
      birthdate: '1990-03-07',
      address: '广东省广州市南沙区示范路8号',
    })
    expect(desk.waiting()[0]?.guest.identified).toEqual({ read: 'camera', faces: 'same' })
    expect(desk.found.seen).toEqual(['the document', 'the guest', 'the printed portrait'])
    // Neither a photo nor what was read stays.
    expect(desk.files.stored.size).toBe(0)
    expect(desk.readings()).toEqual([])
  })

  it('is registered by the clerk’s look alone when they do not want to be photographed', async () => {
    await desk.readOne()
    await desk.admitRead()
    expect(desk.waiting()[0]?.guest.identified).toEqual({ read: 'camera' })
    expect(desk.files.stored.size).toBe(0)
  })

  it('is registered with what the clerk corrected, and the clerk is shown what was read badly', async () => {
    desk.found.card = {
      ...READ_CARD,
      fields: { ...READ_CARD.fields, ethnicity: field('', true), address: field('广东省广州市', true) },
    }
    expect(await desk.readOne()).toMatchObject({ ethnicity: '', address: '广东省广州市' })
    await expect(desk.admitRead()).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await desk.admitRead({
      kind: 'card',
      name: '李那',
      ethnicity: '满',
      address: '广东省广州市南沙区示范路9号',
      compared: true,
    })
    expect(await received()).toMatchObject({ name: '李那', ethnicity: '满', id_number: NUMBER })
  })

  it('with a residence permit is registered as what its number says', async () => {
    const number = createResidentNumber({ region: '810000', birthdate: '1988-01-05', sex: 'male' }, () => 0.4)
    desk.found.card = { ...READ_CARD, fields: { ...READ_CARD.fields, number: field(number) } }
    expect(await desk.readOne()).toMatchObject({ kind: 'permit' })
    await expect(desk.admitRead()).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await desk.admitRead({ kind: 'permit', name: '李娜', validUntil: '2030-01-01', compared: true })
    expect(await received()).toMatchObject({ number, from: 'HKG', sex: 'male', birthdate: '1988-01-05' })
  })

  it('with a foreign permanent resident’s card is registered as what it prints', async () => {
    const number = '911124198108030024'
    const printed = { number, name: 'SPECIMEN, ANNA', chineseName: '白安娜', nationality: 'FRA' }
    const days = { birthdate: '1981-08-03', validFrom: '2024-01-15', validUntil: '2034-01-15' }
    const fields = Object.entries({ ...printed, ...days, sex: 'female' }).map(([name, value]) => [
      name,
      field(value),
    ])
    desk.found.card = { ...READ_CARD, fields: Object.fromEntries(fields) }
    expect(await desk.readOne()).toEqual({
      kind: 'permanent-resident',
      name: 'SPECIMEN, ANNA',
      chineseName: '白安娜',
      last4: '0024',
    })
    expect(await desk.compareOne()).toEqual({ answer: 'same' })
    await desk.admitRead({ kind: 'permanent-resident', name: 'SPECIMEN, ANNE', compared: true })
    // The number has the nationality at first issue; the clerk saw no Chinese name on the card.
    expect(await received()).toEqual({
      number,
      name: 'SPECIMEN, ANNE',
      nationality: 'FRA',
      sex: 'female',
      birthdate: '1981-08-03',
      validUntil: '2034-01-15',
    })
  })

  it('with a passport is registered by its machine-readable zone, and no face is compared', async () => {
    expect(await desk.readOne('passport')).toEqual({
      kind: 'passport',
      name: 'ERIKSSON ANNA MARIA',
      last4: '02C3',
    })
    await expect(desk.facePlace()).rejects.toMatchObject({ code: 'READING_UNKNOWN' })
    await desk.admitRead({
      kind: 'passport',
      visa: { kind: 'L', number: 'A1234567', validUntil: '2030-01-01' },
      entry: { day: desk.day(-1), port: '广州白云机场' },
      purpose: '旅游',
      leaves: desk.day(5),
      compared: true,
    })
    expect(await received()).toMatchObject({ number: 'L898902C3', nationality: 'UTO' })
  })

  it('is registered once, also when the answer was lost', async () => {
    await desk.readOne()
    const [once] = [await desk.admitRead()]
    expect(await desk.admitRead()).toEqual(once)
    expect(desk.waiting()).toHaveLength(1)
  })
})

describe('photos at the desk', () => {
  it.each([
    ['match', 'same'],
    ['refer', 'not-sure'],
    ['no-match', 'different'],
  ] as const)(
    'of which %s was found tell the clerk %s, who decides all the same',
    async (decision, answer) => {
      desk.found.face = decision
      await desk.readOne()
      expect(await desk.compareOne()).toEqual({ answer })
      expect(desk.files.stored.size).toBe(0)
      await desk.admitRead()
      expect(desk.waiting()[0]?.guest.identified).toEqual({ read: 'camera', faces: answer })
    },
  )

  it('are gone when the card could not be read, and another may be taken', async () => {
    desk.found.card = new NanshaError('CARD_BLURRED')
    await expect(desk.readOne()).rejects.toMatchObject({ code: 'CARD_BLURRED' })
    expect(desk.files.stored.size).toBe(0)
    await expect(desk.admitRead()).rejects.toMatchObject({ code: 'READING_UNKNOWN' })
    desk.found.card = READ_CARD
    expect(await desk.readOne()).toMatchObject({ name: '李娜' })
  })

  it.each([
    [new FaceFault('FACE_BLURRED', { which: 'probe' }), 'FACE_BLURRED'],
    [new FaceFault('FACE_NOT_FOUND', { which: 'reference' }), 'CARD_PORTRAIT_UNCLEAR'],
  ])('of a face that could not be judged are gone, and the next one is compared', async (fault, code) => {
    await desk.readOne()
    desk.found.face = fault
    await expect(desk.compareOne()).rejects.toMatchObject({ code })
    expect([...desk.files.stored.values()].map(String)).toEqual(['the printed portrait'])
    desk.found.face = 'match'
    expect(await desk.compareOne()).toEqual({ answer: 'same' })
    expect(desk.files.stored.size).toBe(0)
  })

  it('are gone with everything that was read when the clerk types instead', async () => {
    await desk.readOne()
    await desk.facePlace()
    await discardRead(desk.ports, CLERK, { guest: desk.guest })
    expect(desk.files.stored.size).toBe(0)
    expect(desk.readings()[0]).toMatchObject({ read: null })
    await expect(desk.admitRead()).rejects.toMatchObject({ code: 'READING_UNKNOWN' })
  })

  it('of one guest are so many at most, however many are asked for at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: MOST_READS + 2 }, () => desk.place()))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_READS)
    await expect(desk.place()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  })

  it('of a face are so many at most', async () => {
    await desk.readOne()
    for (let n = 0; n < MOST_COMPARISONS; n++) await desk.facePlace()
    await expect(desk.facePlace()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  })

  it('of one clerk are so many a day, whoever the guests are, and the next day begins anew', async () => {
    const another = () =>
      photographDocument(desk.ports, CLERK, { stay: randomId(), guest: randomId(), document: 'card' })
    for (let n = 0; n < 3; n++) await another()
    expect(desk.photosOfToday()).toBe(3)
    await desk.setPhotosOfToday(PHOTOS_A_DAY)
    await expect(another()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    desk.clock.now += 86_400_000
    await another()
  })

  it('that arrive when the reading has ended are not looked at', async () => {
    const { upload } = await desk.place()
    const photo = await desk.upload(upload, 'the document')
    desk.clock.now += READING_MS
    await expect(desk.read(photo)).rejects.toMatchObject({ code: 'READING_UNKNOWN' })
    expect(desk.found.seen).toEqual([])
  })
})
