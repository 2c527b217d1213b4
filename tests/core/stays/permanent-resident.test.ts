import { randomId } from '@nansha/core/function/random-id'
import { showStay } from '@nansha/core/stays/list-stays'
import type { GuestDocument } from '@nansha/shared/api/guest-document'
import { beforeEach, describe, expect, it } from 'vitest'
import { openGuest } from '#demo/authority/open-guest'
import { createHotel, type Hotel, NUMBER } from '#support/hotel'
import { ISSUER } from '#support/issuer'
import { AUTHORITY } from '#support/trust'
import { CLERK } from '#support/world'

/** On a card of 2023; the number is a specimen that the immigration administration published. */
const FIVE_STAR: GuestDocument = {
  kind: 'permanent-resident',
  name: 'SPECIMEN, ANNA MARIA',
  chineseName: '白安娜',
  number: '911124198108030024',
  nationality: 'CAN',
  sex: 'female',
  birthdate: '1981-08-03',
  validUntil: '2034-01-15',
  compared: true,
}
/** On a card of 2017, which names nobody in Chinese. */
const { chineseName: _, ...LATIN_ONLY } = FIVE_STAR
const OLD: GuestDocument = {
  ...LATIN_ONLY,
  number: 'kaz110090123105',
  nationality: 'KAZ',
  birthdate: '1990-12-31',
  validUntil: '2030-01-15',
}

let hotel: Hotel
beforeEach(async () => {
  hotel = await createHotel()
})

/** What the authority reads of who waits for a room. */
function received(stay: string) {
  const { guest } = hotel.waiting()[0] ?? {}
  if (!guest) throw new Error('Nobody waits for a room.')
  const place = { issuer: ISSUER, organisation: 'organisation-1', stay, guest: guest.id }
  return openGuest(AUTHORITY.sealing, { ...place, version: 1, field: 'fields' }, guest.sealed)
}

describe('a foreign permanent resident at a hotel', () => {
  it.each([
    ['of 2023', FIVE_STAR, '0024'],
    ['of 2017', OLD, '3105'],
  ])(
    'is registered by their card %s, of which the authority alone reads the number',
    async (_, card, last4) => {
      const stay = randomId()
      await hotel.admit(stay, card)
      const { kind, compared, ...fields } = { ...card, number: card.number.toUpperCase() }
      expect(await received(stay)).toEqual(fields)
      await hotel.arrive(stay, '808')
      const { guests, reportBy } = await showStay(hotel.stayPorts, CLERK, stay)
      expect(guests).toMatchObject([{ kind: 'permanent-resident', name: card.name, last4, isMinor: false }])
      // As everybody from abroad, within a day.
      expect(reportBy).toBeDefined()
    },
  )

  it.each<[string, Partial<typeof FIVE_STAR>, string]>([
    ['a day of birth that the number does not have', { birthdate: '1981-08-04' }, 'DOCUMENT_CONTRADICTS'],
    ['the other sex', { sex: 'male' }, 'DOCUMENT_CONTRADICTS'],
    ['a wrong digit', { number: '911124198108030034' }, 'PERMANENT_NUMBER_CHECKSUM'],
    ['a number of another kind', { number: NUMBER }, 'PERMANENT_NUMBER_MALFORMED'],
    ['a card that has expired', { validUntil: '2024-01-14' }, 'DOCUMENT_EXPIRED'],
  ])('is not registered with %s', async (_, changes, code) => {
    await expect(hotel.admit(randomId(), { ...FIVE_STAR, ...changes })).rejects.toMatchObject({ code })
  })

  it.each<[string, GuestDocument]>([
    [
      'a resident ID card',
      {
        kind: 'card',
        name: '白安娜',
        idNumber: FIVE_STAR.number,
        ethnicity: '汉',
        address: '广东省广州市南沙区示范路8号',
        compared: true,
      },
    ],
    [
      'a residence permit',
      {
        kind: 'permit',
        name: '白安娜',
        number: FIVE_STAR.number,
        from: 'CAN',
        sex: 'female',
        birthdate: '1981-08-03',
        validUntil: '2034-01-15',
        address: '广东省广州市南沙区示范路8号',
        compared: true,
      },
    ],
  ])('is not registered as the holder of %s', async (_, document) => {
    await expect(hotel.admit(randomId(), document)).rejects.toMatchObject({ code: 'DOCUMENT_KIND_DIFFERS' })
  })
})
