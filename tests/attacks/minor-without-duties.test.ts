import { randomId } from '@nansha/core/function/random-id'
import { CITIZEN_CLAIMS, CITIZENS } from '@nansha/core/records/citizens'
import { admitGuest, correctGuest, doDuties, turnAway } from '@nansha/core/stays/admit-guest'
import { arrive } from '@nansha/core/stays/arrive'
import { addGuests } from '@nansha/core/stays/change-stay'
import type { GuestDocument } from '@nansha/shared/api/guest-document'
import { GuestReport } from '@nansha/shared/guest-report/guest-report'
import { createResidentNumber } from '@nansha/shared/resident-number'
import * as v from 'valibot'
import { beforeEach, expect, it } from 'vitest'
import { openGuest } from '#demo/authority/open-guest'
import { numberOf } from '#support/family'
import { CARD, CHILD, createHotel, DUTIES, type Hotel } from '#support/hotel'
import { ISSUER } from '#support/issuer'
import { passportZone } from '#support/passport-zone'
import { RESIDENT } from '#support/person'
import { AUTHORITY } from '#support/trust'
import { CLERK } from '#support/world'

// A clerk in a hurry, or in league with somebody, tries to have a minor in a room of whom nothing was asked.

const MISSING = { code: 'MINOR_DUTIES_MISSING' }
const BORN = '2012-01-15'
const PERMIT_NUMBER = createResidentNumber({ region: '810000', birthdate: BORN, sex: 'male' }, () => 0.5)
const MINORS: Readonly<Record<string, GuestDocument>> = {
  'a child without a card': CHILD,
  'an ID card': { ...CARD, idNumber: numberOf(BORN) } as GuestDocument,
  'a residence permit': {
    kind: 'permit',
    name: '何小明',
    number: 'H12345678',
    from: 'HKG',
    sex: 'male',
    birthdate: BORN,
    validUntil: '2030-01-01',
    address: '广东省广州市南沙区示范路8号',
    compared: true,
  },
  'a passport': {
    kind: 'passport',
    mrz: passportZone('120115'),
    visa: { kind: 'L', number: 'A1234567', validUntil: '2030-01-01' },
    entry: { day: '2026-11-20', port: '广州白云机场' },
    purpose: '旅游',
    leaves: '2027-03-01',
    compared: true,
  },
}

let hotel: Hotel
let stay: string
beforeEach(async () => {
  hotel = await createHotel()
  stay = randomId()
})
const admit = (guest: string, document: GuestDocument) =>
  admitGuest(hotel.stayPorts, CLERK, { stay, guest, document })
const correct = (guest: string, document: GuestDocument, duties?: typeof DUTIES) =>
  correctGuest(hotel.stayPorts, CLERK, {
    stay,
    revision: hotel.stays()[0]?.revision ?? 0,
    guest,
    document,
    ...(duties && { duties }),
  })
/** What the authority opens of the duties for each guest, in the newest version. */
const opened = () => {
  const newest = hotel.queue().reduce((a, b) => (a.revision > b.revision ? a : b))
  const { organisation, guests } = v.parse(GuestReport, JSON.parse(newest.report))
  const place = { issuer: ISSUER, organisation: organisation.id, stay, field: 'duties' } as const
  return Promise.all(
    guests.map(
      ({ guest, version, duties }) =>
        duties && openGuest(AUTHORITY.sealing, { ...place, guest, version }, duties),
    ),
  )
}

it.each(Object.entries(MINORS))(
  'a minor by %s gets no room before the duties are done',
  async (_, document) => {
    await hotel.scan(stay)
    const { guest, needsDuties } = await admit(randomId(), document)
    expect(needsDuties).toBe(true)
    await expect(hotel.arrive(stay)).rejects.toMatchObject(MISSING)
    expect(hotel.stays()).toEqual([])
    await hotel.duties(guest)
    await hotel.arrive(stay)
    expect((await opened()).filter(Boolean)).toEqual([DUTIES])
  },
)

it('a minor with an electronic identity gets no room before the duties are done', async () => {
  const claims = { ...RESIDENT, birthdate: BORN, id_number: numberOf(BORN) }
  const sealed = CITIZEN_CLAIMS.seal(hotel.ports.envelopes, 'citizen', claims)
  await hotel.database.in(CITIZENS).update('citizen', { claims: sealed })
  await hotel.scan(stay)
  await expect(hotel.arrive(stay)).rejects.toMatchObject(MISSING)
})

it('the duties for one minor do not count for another, nor for who is admitted again under the same id', async () => {
  const [first, second] = [randomId(), randomId()]
  await admit(first, CHILD)
  await admit(second, CHILD)
  await hotel.duties(first)
  await expect(hotel.arrive(stay)).rejects.toMatchObject(MISSING)
  await turnAway(hotel.stayPorts, CLERK, { guest: second })
  await turnAway(hotel.stayPorts, CLERK, { guest: first })
  expect(await admit(first, CHILD)).toMatchObject({ needsDuties: true })
  await expect(hotel.arrive(stay)).rejects.toMatchObject(MISSING)
})

it('a minor does not come in beside a party that has its room', async () => {
  await hotel.scan(stay)
  await hotel.arrive(stay)
  await admit(randomId(), CHILD)
  const added = addGuests(hotel.stayPorts, CLERK, { stay, revision: 1 })
  await expect(added).rejects.toMatchObject(MISSING)
  const again = arrive(hotel.stayPorts, CLERK, { stay, room: '808', until: hotel.day(2) })
  await expect(again).rejects.toMatchObject({ code: 'STAY_CHANGED' })
  expect(hotel.stays()[0]?.party).toHaveLength(1)
})

it('an adult is not corrected into a minor of whom nothing was asked, also when it was asked of the adult', async () => {
  const guest = randomId()
  await admit(guest, CARD)
  await doDuties(hotel.stayPorts, CLERK, { guest, duties: DUTIES })
  await hotel.arrive(stay)
  await expect(correct(guest, CHILD)).rejects.toMatchObject(MISSING)
  await correct(guest, CHILD, DUTIES)
  expect(await opened()).toEqual([DUTIES])
})

it('a minor is not corrected into another of whom nothing was asked, and the authority reads what was', async () => {
  const guest = randomId()
  await admit(guest, CHILD)
  await hotel.duties(guest)
  await hotel.arrive(stay)
  const other = { ...CHILD, name: '王小满' } as GuestDocument
  await expect(correct(guest, other)).rejects.toMatchObject(MISSING)
  const asked = { ...DUTIES, guardian: '王静' }
  await correct(guest, other, asked)
  expect(await opened()).toEqual([asked])
  await correct(guest, CARD, asked)
  expect(await opened()).toEqual([undefined])
})

it('duties that arrive late do not bring back who was turned away', async () => {
  const guest = randomId()
  await admit(guest, CHILD)
  const { sealForReceiver } = hotel.stayPorts
  const late: typeof sealForReceiver = async (place, fields) => {
    await turnAway(hotel.stayPorts, CLERK, { guest })
    await admit(guest, { ...CHILD, name: '王小满' } as GuestDocument)
    return sealForReceiver(place, fields)
  }
  const done = doDuties({ ...hotel.stayPorts, sealForReceiver: late }, CLERK, { guest, duties: DUTIES })
  await expect(done).rejects.toMatchObject({ code: 'STAY_UNKNOWN' })
  expect(hotel.waiting().map(({ guest: { name, duties } }) => [name, duties])).toEqual([
    ['王小满', undefined],
  ])
})

it('a minor is not registered as an adult where the number of a permit says otherwise', async () => {
  const permit = { ...MINORS['a residence permit'], number: PERMIT_NUMBER } as GuestDocument
  expect(await admit(randomId(), permit)).toMatchObject({ needsDuties: true })
  const grown = { ...permit, birthdate: '1990-01-15' } as GuestDocument
  await expect(admit(randomId(), grown)).rejects.toMatchObject({ code: 'DOCUMENT_CONTRADICTS' })
})

it('an adult without a document is not registered as a child', async () => {
  const of = (birthdate: string) => admit(randomId(), { ...CHILD, birthdate } as GuestDocument)
  await expect(of('1990-01-15')).rejects.toMatchObject({ code: 'GUEST_OF_AGE' })
  const eighteen = `${Number(hotel.day(0).slice(0, 4)) - 18}${hotel.day(0).slice(4)}`
  await expect(of(eighteen)).rejects.toMatchObject({ code: 'GUEST_OF_AGE' })
  const tomorrow = `${Number(hotel.day(1).slice(0, 4)) - 18}${hotel.day(1).slice(4)}`
  await expect(of(tomorrow)).resolves.toMatchObject({ needsDuties: true })
})
