import { randomInt } from 'node:crypto'
import { placeId } from '@nansha/core/credential/status-place'
import { readOperators } from '@nansha/core/organisation/operators'
import type { Database } from '@nansha/core/platform/database'
import type { AccountKey } from '@nansha/core/records/account-key'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, CITIZENS } from '@nansha/core/records/citizens'
import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { HANDLES, type Handle } from '@nansha/core/records/handles'
import { ORGANISATIONS, type Organisation } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
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
  const credential = await seedCitizen(ports, key, device)
  for (const [staff, organisationId] of [
    [CLERK, 'organisation-1'],
    [OTHER_CLERK, 'organisation-2'],
  ] as const) {
    await seedDesk(ports, staff, organisationId)
  }
  const phone = createPhone(ports, key, device, credential)
  const setCredential = (changed: Partial<Credential>) =>
    database.in(CREDENTIALS).put({ ...credential, ...changed })
  const setOrganisation = (changed: Partial<Organisation>) =>
    database.in(ORGANISATIONS).update('organisation-1', changed)

  const seconds = () => unixSeconds(clock.now)
  return { ports, clock, seconds, key, device, credential, ...phone, setCredential, setOrganisation }
}

type Ports = Pick<VerifyPorts, 'database' | 'now' | 'envelopes'>
type Device = { readonly _id: string }

/** A citizen with a credential on this phone. @returns the credential's record */
async function seedCitizen({ database, now, envelopes }: Ports, key: HolderKey, device: Device) {
  const credential: Credential = {
    _id: placeId({ list: 1, index: 4711 }),
    citizenId: 'citizen',
    type: 'resident-id',
    list: 1,
    holderJwk: key.publicJwk,
    assurance: 'face+registry',
    status: 'valid',
    statusChangedAt: new Date(now()),
    issuedAt: new Date(now()),
    expiresAt: new Date(now() + 365 * DAY_MS),
  }
  await database.in(CREDENTIALS).put(credential)
  await database.in(CITIZENS).put({
    _id: 'citizen',
    numberIndex: 'number',
    account: 'wxcitizen:zhang',
    claims: CITIZEN_CLAIMS.seal(envelopes, 'citizen', RESIDENT),
    portrait: CITIZEN_PORTRAIT.seal(envelopes, 'citizen', PORTRAIT),
    assurance: 'face+registry',
    consent: { version: '2026-11', at: new Date(now()) },
    credentialId: credential._id,
    deviceId: device._id,
    enrolledAt: new Date(now()),
  })
  return credential
}

/** An organisation with a licence for everything, and one clerk. */
async function seedDesk({ database, now }: Ports, clerk: AccountKey, organisationId: string) {
  await database.in(STAFF).put({
    _id: clerk,
    organisationId,
    role: 'clerk',
    name: '王芳',
    joinedAt: new Date(now()),
  })
  await database.in(ORGANISATIONS).put({
    _id: organisationId,
    name: { zh: '南沙酒店', en: 'Nansha Hotel' },
    scenarios: SCENARIO_NAMES,
    licenceExpiresAt: new Date(now() + 30 * DAY_MS),
    onboardedAt: new Date(now()),
  })
}

/** What the citizen's phone does: it is given handles, and shows tickets. */
function createPhone({ database, now }: Ports, key: HolderKey, device: Device, credential: Credential) {
  let handles = 0
  return {
    /** Gives the phone a handle, as `wallet` does. */
    async giveHandle(changed: Partial<Handle> = {}) {
      const number = Buffer.alloc(16)
      number.writeUInt32BE(++handles)
      const handle = number.toString('base64url')
      const record: Handle = {
        _id: handle,
        citizenId: credential.citizenId,
        credentialId: credential._id,
        deviceId: device._id,
        unlock: { method: 'pin', at: new Date(now()) },
        expiresAt: new Date(now() + DAY_MS),
        ...changed,
      }
      await database.in(HANDLES).put(record)
      return handle
    },
    show(handle: string, changed: Partial<Parameters<typeof createTicket>[0]> = {}) {
      const issuedAt = unixSeconds(now())
      return createTicket({ key, issuerId: 1, scenario: 'hotel', handle, issuedAt, ...changed })
    },
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>
