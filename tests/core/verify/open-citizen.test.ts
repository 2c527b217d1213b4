import { CITIZEN_CLAIMS, CITIZENS } from '@nansha/core/records/citizens'
import { openSubject } from '@nansha/core/verify/open-citizen'
import { expect, it } from 'vitest'
import { RESIDENT } from '#support/person'

import { createWorld } from '#support/world'

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

it('nothing is opened of a citizen who is gone, and no claim that is not known is made up', async () => {
  const { ports } = await createWorld()
  expect(await openSubject(ports, { citizenId: 'nobody' })).toBeNull()
  const { ethnicity, ...unlisted } = RESIDENT
  const claims = CITIZEN_CLAIMS.seal(ports.envelopes, 'citizen', unlisted)
  await ports.database.in(CITIZENS).update('citizen', { claims })
  const citizen = await openSubject(ports, { citizenId: 'citizen' })
  expect(citizen?.claims(['name', 'ethnicity'])).toEqual({ name: RESIDENT.name })
})
