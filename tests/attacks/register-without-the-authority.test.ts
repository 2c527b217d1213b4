import { randomId } from '@nansha/core/function/random-id'
import { departStay } from '@nansha/core/stays/change-stay'
import { expect, test } from 'vitest'
import { openGuest } from '#demo/authority/open-guest'
import { CARD, CHILD, createHotel } from '#support/hotel'
import { ISSUER, issuerSigner } from '#support/issuer'
import { holderKey } from '#support/keys'
import { RESIDENT } from '#support/person'
import { AUTHORITY } from '#support/trust'
import { CLERK } from '#support/world'

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.values(value).flatMap(textsIn)
}

test('whoever holds the database and every key but the authority’s recovers no guest’s number', async () => {
  const hotel = await createHotel()
  const stay = randomId()
  await hotel.scan(stay)
  await hotel.admit(stay)
  const child = await hotel.admit(stay, CHILD)
  await hotel.duties(child.guest)
  await hotel.arrive(stay)
  await hotel.send()
  await departStay(hotel.stayPorts, CLERK, { stay, revision: 1 })
  // Somebody who waits for a room, too.
  await hotel.scan(randomId())

  // Opened with all record keys; the citizen's own record is not the hotel's.
  const { stays = [], waitingGuests = [], guestReports = [], reportDays = [] } = hotel.database.dump()
  const texts = textsIn([stays, waitingGuests, guestReports, reportDays])
  const secrets = [
    RESIDENT.id_number,
    CARD.kind === 'card' ? CARD.idNumber : '',
    '进港大道',
    '示范路',
    '13800000000',
  ]
  for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([])
  expect(texts).toContain(RESIDENT.name)

  const keys = [200, 220, 221, 223, 1].map(holderKey)
  expect(keys.map(({ publicJwk }) => publicJwk)).toContainEqual(issuerSigner.publicJwk)
  const [guest] = hotel.stays()[0]?.party ?? []
  if (!guest) throw new Error('There is no guest.')
  const place = {
    issuer: ISSUER,
    organisation: 'organisation-1',
    stay,
    guest: guest.id,
    version: 1,
    field: 'fields',
  } as const
  for (const key of keys) expect(await openGuest(key, place, guest.sealed)).toBeUndefined()
  expect(await openGuest(AUTHORITY.sealing, place, guest.sealed)).toBeDefined()
})

test('sealed fields cannot be passed off as those of another guest, stay, version or organisation', async () => {
  const hotel = await createHotel()
  const stay = await hotel.checkIn()
  const [guest] = hotel.stays()[0]?.party ?? []
  if (!guest) throw new Error('There is no guest.')
  const place = {
    issuer: ISSUER,
    organisation: 'organisation-1',
    stay,
    guest: guest.id,
    version: 1,
    field: 'fields',
  } as const
  const elsewhere = [
    { guest: randomId() },
    { stay: randomId() },
    { version: 2 },
    { organisation: 'organisation-2' },
    { issuer: 'https://elsewhere.example' },
    { field: 'duties' as const },
  ]
  for (const changed of elsewhere)
    expect(await openGuest(AUTHORITY.sealing, { ...place, ...changed }, guest.sealed)).toBeUndefined()
})
