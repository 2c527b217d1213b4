import { CITIZEN_EVENTS } from '@nansha/core/records/citizen-events'
import { CITIZENS, type Citizen } from '@nansha/core/records/citizens'
import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { freeze } from '@nansha/core/wallet/freeze'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { enrolCitizen } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const

let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(async () => {
  cloud = createEnrolPorts()
  await enrolCitizen(cloud, alice)
})

/** Puts so many more people on the account, as a guardian's; their ids sort before and after the first one's. */
async function addPeople(count: number, changed: Partial<Credential> = {}) {
  const [citizen] = (cloud.database.dump().citizens ?? []) as Citizen[]
  const [credential] = (cloud.database.dump().credentials ?? []) as Credential[]
  if (!citizen || !credential) throw new Error('Nobody is enrolled.')
  for (let number = 0; number < count; number++) {
    const credentialId = `9.${number}`
    await cloud.database.in(CITIZENS).put({ ...citizen, _id: `${number}-child`, credentialId })
    await cloud.database
      .in(CREDENTIALS)
      .put({ ...credential, _id: credentialId, citizenId: `${number}-child`, ...changed })
  }
}
const statuses = () =>
  ((cloud.database.dump().credentials ?? []) as Credential[]).map(({ status }) => status).sort()

it('a revoked credential does not stop a freeze of the account’s other credentials', async () => {
  await addPeople(1, { status: 'revoked' })
  await freeze(cloud.ports, alice)
  expect(statuses()).toEqual(['frozen', 'revoked'])
})

it('a freeze by the account reaches all of its credentials, not the first twenty', async () => {
  await addPeople(30)
  await freeze(cloud.ports, alice)
  expect(new Set(statuses())).toEqual(new Set(['frozen']))
})

it('a record that cannot be written stops no other freeze, and the caller learns of it', async () => {
  await addPeople(3)
  const { transaction } = cloud.database
  let calls = 0
  const failing = {
    ...cloud.database,
    transaction: ((work) =>
      ++calls === 1
        ? Promise.reject(new Error('The storage is down.'))
        : transaction(work)) as typeof transaction,
  }
  await expect(freeze({ ...cloud.ports, database: failing }, alice)).rejects.toThrow('1 of the credentials')
  expect(statuses()).toEqual(['frozen', 'frozen', 'frozen', 'valid'])
})

it('freezing an account without a credential, or with revoked ones only, says so', async () => {
  for (const { _id } of (cloud.database.dump().credentials ?? []) as Credential[])
    await cloud.database.in(CREDENTIALS).update(_id, { status: 'revoked' })
  await expect(freeze(cloud.ports, alice)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  await expect(freeze(cloud.ports, 'wxc:nobody')).rejects.toMatchObject({ code: 'CREDENTIAL_NONE' })
})

it('freezing an account twice is no error and is in the history once', async () => {
  await freeze(cloud.ports, alice)
  const before = cloud.database.dump()[CITIZEN_EVENTS.name]?.length
  await freeze(cloud.ports, alice)
  expect(cloud.database.dump()[CITIZEN_EVENTS.name]).toHaveLength(before ?? 0)
})
