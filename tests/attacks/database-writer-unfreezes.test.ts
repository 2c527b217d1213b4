import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { STATUS_LISTS } from '@nansha/core/records/status-lists'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { type CredentialStatus, statusAt } from '@nansha/shared/status/status-list'
import { verifyStatusList } from '@nansha/shared/status/verify-status-list'
import { beforeEach, describe, expect, it } from 'vitest'
import { ISSUER, issuerSigner } from '../support/issuer'
import { CLERK, createWorld, type World } from '../support/world'

// Somebody who can write the database and holds no key of it.
const HOUR = 3600_000
let world: World
beforeEach(async () => {
  world = await createWorld()
  await world.database.in(STATUS_LISTS).put({ _id: '1', list: 1, open: true, token: null, publishedAt: null })
})

const lying = () => world.database.raw.in(CREDENTIALS)
const present = async () => {
  const ticket = world.show(await world.giveHandle())
  return verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
}
/** What the sweep publishes of the credential; `complaint` is what it ends with. */
async function publish(): Promise<{ status: CredentialStatus | undefined; complaint: string | undefined }> {
  const ports = {
    database: world.database.raw,
    vouched: world.database,
    now: world.ports.now,
    signer: issuerSigner,
    issuerUrl: ISSUER,
  }
  const complaint = await publishStatusLists(ports).then(
    () => undefined,
    (error: Error) => error.message,
  )
  const record = await world.database.raw.in(STATUS_LISTS).get('1')
  const expected = { uri: `${ISSUER}/status/1`, keys: [issuerSigner.publicJwk], notBefore: 0 }
  const { bytes } = await verifyStatusList(record?.token ?? '', expected, world.seconds(), verifyWithNoble)
  return { status: statusAt(bytes, 4711), complaint }
}
const set = (status: CredentialStatus) =>
  world.setCredential({ status, statusChangedAt: new Date(world.clock.now) })

describe.each(['frozen', 'revoked'] as const)(
  'a credential that is %s in truth and valid by the hand of a writer',
  (truth) => {
    beforeEach(async () => {
      await set(truth)
      expect(await publish()).toEqual({ status: truth, complaint: undefined })
      await lying().update(world.credential._id, { status: 'valid' })
    })

    it('is refused by every desk that asks', async () => {
      await expect(present()).rejects.toThrow('not as this cloud wrote it')
    })

    it(`stays ${truth} in what is published, and the sweep complains`, async () => {
      expect(await publish()).toEqual({
        status: truth,
        complaint: '1 status lists were not published, or not as their records say.',
      })
    })
  },
)

it('a freeze cannot be lifted by an older version of the record once a day has passed', async () => {
  const before = await lying().get(world.credential._id)
  world.clock.now += 25 * HOUR
  await set('frozen')
  await publish()
  if (before) await lying().put(before)
  expect(await publish()).toMatchObject({
    status: 'frozen',
    complaint: expect.stringContaining('not as their records say'),
  })
})

it('a revocation cannot be taken back by an older version of the record at all', async () => {
  const before = await lying().get(world.credential._id)
  await set('revoked')
  await publish()
  if (before) await lying().put(before)
  expect(await publish()).toMatchObject({ status: 'revoked' })
})

it('the holder of a frozen credential lifts the freeze, within the hour and after days', async () => {
  for (const pause of [0, HOUR, 49 * HOUR]) {
    await set('frozen')
    expect(await publish()).toEqual({ status: 'frozen', complaint: undefined })
    world.clock.now += pause
    await set('valid')
    expect(await publish()).toEqual({ status: 'valid', complaint: undefined })
  }
})

it('a status list that was never published, or is none, does not stop publication', async () => {
  await set('frozen')
  await world.database.raw.in(STATUS_LISTS).update('1', { token: 'no.such.list' })
  expect(await publish()).toEqual({ status: 'frozen', complaint: undefined })
})
