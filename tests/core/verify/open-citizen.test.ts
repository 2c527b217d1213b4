import { CHILD_CARDS } from '@nansha/core/records/child-cards'
import { CITIZEN_CLAIMS, CITIZENS } from '@nansha/core/records/citizens'
import { openSubject } from '@nansha/core/verify/open-citizen'
import { expect, it } from 'vitest'
import { childCard } from '#support/child-card'
import { holdDocuments, licenceOf } from '#support/documents'
import { CHILD_PORTRAIT as CHILD_PICTURE, DAUGHTER } from '#support/family'
import { RESIDENT } from '#support/person'
import { createWorld, PORTRAIT } from '#support/world'

it.each([
  ['a moment before the 18th birthday begins in China', '2026-11-14T15:59:59.999Z', false],
  ['on the 18th birthday', '2026-11-14T16:00:00.000Z', true],
  ['years before', '2020-01-01T00:00:00.000Z', false],
  ['years later', '2060-01-01T00:00:00.000Z', true],
])('an age check tells adults from minors: %s', async (_, now, isAdult) => {
  const { ports } = await createWorld()
  const claims = CITIZEN_CLAIMS.seal(ports.envelopes, 'citizen', { ...RESIDENT, birthdate: '2008-11-15' })
  await ports.database.in(CITIZENS).update('citizen', { claims })
  const citizen = await openSubject({ ...ports, now: () => Date.parse(now) }, { citizenId: 'citizen' })
  expect(citizen?.claims(['age_equal_or_over.18'])).toEqual({ 'age_equal_or_over.18': isAdult })
})

it('nothing is opened of a person whose further document is gone, or was never there', async () => {
  const world = await createWorld()
  const open = () => openSubject(world.ports, { citizenId: 'citizen' }, 'driving-licence')
  expect(await open()).toBeNull()
  await holdDocuments(world)
  const { file_number, licence_status } = licenceOf()
  const names = ['name', 'licence_status', 'id_number_last4'] as const
  expect((await open())?.claims(names)).toEqual({
    name: RESIDENT.name,
    licence_status,
    id_number_last4: '002X',
  })
  expect((await open())?.portrait()).toEqual(PORTRAIT)
  const other = await openSubject(world.ports, { citizenId: 'citizen' })
  expect(other?.claims(names)).not.toHaveProperty('licence_status')
  expect(JSON.stringify((await open())?.claims(names))).not.toContain(file_number)
})

it('nothing is opened of a child whose guardian is gone, or whose place another child has', async () => {
  const { ports, database } = await createWorld()
  const shown = { place: 1, credentialId: '1.7', name: DAUGHTER.name }
  const open = () => openSubject(ports, { citizenId: 'citizen', child: shown })
  expect(await open()).toBeNull()
  const card = childCard(ports, '1.7')
  await database.in(CHILD_CARDS).put(card)
  const names = ['name', 'guardian_name', 'guardian_relation', 'age_equal_or_over.18'] as const
  const opened = await open()
  expect(opened?.claims(names)).toEqual({
    name: DAUGHTER.name,
    guardian_name: RESIDENT.name,
    guardian_relation: 'mother',
    'age_equal_or_over.18': false,
  })
  expect(opened?.portrait().toString('base64')).toBe(CHILD_PICTURE)
  await database.in(CHILD_CARDS).put({ ...card, credentialId: '1.8' })
  expect(await open()).toBeNull()
  await database.in(CHILD_CARDS).put(card)
  await database.in(CITIZENS).remove('citizen')
  expect(await open()).toBeNull()
})

it('nothing is opened of a citizen who is gone, and no claim that is not known is made up', async () => {
  const { ports } = await createWorld()
  expect(await openSubject(ports, { citizenId: 'nobody' })).toBeNull()
  const { ethnicity, ...unlisted } = RESIDENT
  const claims = CITIZEN_CLAIMS.seal(ports.envelopes, 'citizen', unlisted)
  await ports.database.in(CITIZENS).update('citizen', { claims })
  const citizen = await openSubject(ports, { citizenId: 'citizen' })
  expect(citizen?.claims(['name', 'ethnicity'])).toEqual({ name: RESIDENT.name })
})
