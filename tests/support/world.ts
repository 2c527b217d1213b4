import { randomInt } from 'node:crypto'
import { placeId } from '@nansha/core/credential/status-place'
import { readOperators } from '@nansha/core/organisation/operators'
import type { Database } from '@nansha/core/platform/database'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, CITIZENS } from '@nansha/core/records/citizens'
import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { HANDLES, type Handle } from '@nansha/core/records/handles'
import { ORGANISATIONS, type Organisation } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { createTestClock } from './clock'
import { deploymentPorts } from './deployment'
import { createKeptMemoryDatabase, RECORD_KEYS } from './kept-database'
import { holderKey } from './keys'
import { RESIDENT } from './person'
import { deskSigner, sealForReceiver } from './trust'

export const CLERK = 'wxverifier:clerk'
export const OTHER_CLERK = 'wxverifier:other'
export const PORTRAIT = Buffer.from('a portrait')
const DAY_MS = 86_400_000

/** A deployment in memory: one citizen with a phone, two desks of two organisations, and a clock to set. */
export async function createWorld() {
  const database = createKeptMemoryDatabase()
  return { ...(await seedWorld(database)), database }
}

/** As {@link createWorld}, in a database of the caller's that keeps records under {@link RECORD_KEYS}. */
export async function seedWorld(database: Database) {
  const clock = createTestClock()
  const ports: VerifyPorts = {
    ...deploymentPorts(database, () => clock.now),
    operators: readOperators({}),
    randomInt,
    deskSigner,
    sealForReceiver,
    acceptSpecimens: false,
  }
  const key = holderKey()
  /** The phone that holds it. */
  const device = { _id: keyThumbprint(key.publicJwk) }
  const credential: Credential = {
    _id: placeId({ list: 1, index: 4711 }),
    citizenId: 'citizen',
    type: 'resident-id',
    list: 1,
    holderJwk: key.publicJwk,
    assurance: 'face+registry',
    status: 'valid',
    statusChangedAt: new Date(clock.now),
    issuedAt: new Date(clock.now),
    expiresAt: new Date(clock.now + 365 * DAY_MS),
  }
  await database.in(CREDENTIALS).put(credential)
  await database.in(CITIZENS).put({
    _id: 'citizen',
    numberIndex: 'number',
    account: 'wxcitizen:zhang',
    claims: CITIZEN_CLAIMS.seal(ports.envelopes, 'citizen', RESIDENT),
    portrait: CITIZEN_PORTRAIT.seal(ports.envelopes, 'citizen', PORTRAIT),
    assurance: 'face+registry',
    consent: { version: '2026-11', at: new Date(clock.now) },
    credentialId: credential._id,
    deviceId: device._id,
    enrolledAt: new Date(clock.now),
  })
  for (const [staff, organisationId] of [
    [CLERK, 'organisation-1'],
    [OTHER_CLERK, 'organisation-2'],
  ] as const) {
    await database.in(STAFF).put({
      _id: staff,
      organisationId,
      role: 'clerk',
      name: '王芳',
      joinedAt: new Date(clock.now),
    })
    await database.in(ORGANISATIONS).put({
      _id: organisationId,
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      scenarios: SCENARIO_NAMES,
      licenceExpiresAt: new Date(clock.now + 30 * DAY_MS),
      onboardedAt: new Date(clock.now),
    })
  }

  let handles = 0
  /** Gives the phone a handle, as `wallet` does. */
  const giveHandle = async (changed: Partial<Handle> = {}) => {
    const number = Buffer.alloc(16)
    number.writeUInt32BE(++handles)
    const handle = number.toString('base64url')
    const expiresAt = new Date(clock.now + DAY_MS)
    const record: Handle = {
      _id: handle,
      citizenId: credential.citizenId,
      credentialId: credential._id,
      deviceId: device._id,
      unlock: { method: 'pin', at: new Date(clock.now) },
      expiresAt,
      ...changed,
    }
    await database.in(HANDLES).put(record)
    return handle
  }
  const show = (handle: string, changed: Partial<Parameters<typeof createTicket>[0]> = {}) =>
    createTicket({
      key,
      issuerId: 1,
      scenario: 'hotel',
      handle,
      issuedAt: unixSeconds(clock.now),
      ...changed,
    })
  const setCredential = (changed: Partial<Credential>) =>
    database.in(CREDENTIALS).put({ ...credential, ...changed })
  const setOrganisation = (changed: Partial<Organisation>) =>
    database.in(ORGANISATIONS).update('organisation-1', changed)

  const seconds = () => unixSeconds(clock.now)
  return { ports, clock, seconds, key, device, credential, giveHandle, show, setCredential, setOrganisation }
}

export type World = Awaited<ReturnType<typeof createWorld>>
