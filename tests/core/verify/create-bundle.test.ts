import { STATUS_LISTS } from '@nansha/core/records/status-lists'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { ISSUER } from '#support/issuer'
import { createOfflineWorld } from '#support/offline-world'
import { CLERK, createWorld } from '#support/world'

it('a bundle is good for a day and names the licence and every published status list', async () => {
  const world = await createOfflineWorld()
  await world.download()
  const unpublished = { _id: '2', list: 2, open: true, token: null, publishedAt: null }
  await world.database.in(STATUS_LISTS).put(unpublished)
  const { bundle, statusLists } = await createBundle(world.ports, CLERK)
  expect(statusLists).toHaveLength(1)
  expect(decodeJws(bundle)?.payload).toEqual({
    iss: ISSUER,
    iat: NOW,
    exp: NOW + 86_400,
    trust_list: world.ports.trustList,
    status_lists: { [`${ISSUER}/status/1`]: expect.stringMatching(/^[\w-]{43}$/) },
    licence: {
      organisationId: 'organisation-1',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      scenarios: SCENARIO_NAMES,
      expiresAt: NOW + 30 * 86_400,
    },
  })
})

it('a bundle is for staff of an organisation that may work, and that a licence ran out is said in it', async () => {
  const world = await createWorld()
  await expect(createBundle(world.ports, 'wxverifier:nobody')).rejects.toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
  await world.setOrganisation({ licenceExpiresAt: new Date(0) })
  expect(decodeJws((await createBundle(world.ports, CLERK)).bundle)?.payload).toMatchObject({
    licence: { expiresAt: 0 },
  })
  await world.setOrganisation({ suspendedAt: new Date(0) })
  await expect(createBundle(world.ports, CLERK)).rejects.toMatchObject({ code: 'LICENCE_SUSPENDED' })
})
