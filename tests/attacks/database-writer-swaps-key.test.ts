import { applyAtCounter } from '@nansha/core/enrol/counter/apply'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { openApplication } from '@nansha/core/enrol/counter/open-application'
import { collectRebinding } from '@nansha/core/enrol/rebinding'
import type { Stored } from '@nansha/core/platform/database'
import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

// Somebody who can write the database and holds no key of it, but has phones of their own.
const ALTERED = 'not as this cloud wrote it'
const alice = 'wxc:alice' as const
const thief = 'wxc:thief' as const
const officer = 'wxv:officer' as const
let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})

type Fields = Stored & Record<string, unknown>
const lying = (name: string) => cloud.database.raw.in<Fields>({ name })
const only = (name: string) => cloud.database.raw.dump()[name]?.[0] as Fields
const status = (account = alice, by = key) =>
  askWallet(cloud, account as typeof alice, by, { action: 'status' })

it('the key of a phone is in no record that can be read, so there is none to exchange for another', () => {
  const { x, y } = key.publicJwk
  expect(JSON.stringify(cloud.database.raw.dump())).not.toMatch(new RegExp(`${x}|${y}`))
})

it('what seals one phone’s key does not open in the record of another', async () => {
  const others = await enrolCitizen(cloud, thief, { idNumber: '440524188001010014' })
  const [hers, theirs] = cloud.database.raw.dump().devices as [Fields, Fields]
  await lying('devices').update(hers._id, { sealed: theirs.sealed })
  await expect(status()).rejects.toThrow(ALTERED)
  expect(await status(thief as never, others.key)).toMatchObject({ status: 'valid' })
})

it('a phone is not another citizen’s by its record', async () => {
  const others = await enrolCitizen(cloud, thief, { idNumber: '440524188001010014' })
  const [hers, theirs] = cloud.database.raw.dump().devices as [Fields, Fields]
  await lying('devices').update(theirs._id, { citizenId: hers.citizenId })
  await expect(status(thief as never, others.key)).rejects.toThrow(ALTERED)
})

it('a credential does not change hands by a write to the database', async () => {
  await enrolCitizen(cloud, thief, { idNumber: '440524188001010014' })
  const [hers, theirs] = cloud.database.raw.dump().credentials as [Fields, Fields]
  await lying('credentials').update(hers._id, { citizenId: theirs.citizenId, sealed: theirs.sealed })
  await expect(status()).rejects.toThrow(ALTERED)
})

it('a phone that waits for another’s veto is not exchanged for one’s own', async () => {
  const waiting = await enrolCitizen(cloud, alice)
  expect(waiting).toHaveProperty('readyAt')
  const rebinding = only('rebindings')
  const [{ enrolmentId }] = cloud.database.dump().rebindings as unknown as [{ enrolmentId: string }]
  await lying('rebindings').update(rebinding._id, { account: thief })
  cloud.clock.now += 25 * 3600_000
  await expect(collectRebinding(cloud.ports, alice, enrolmentId)).rejects.toMatchObject({
    code: 'ENROLMENT_UNKNOWN',
  })
  await expect(collectRebinding(cloud.ports, thief, enrolmentId)).rejects.toMatchObject({
    code: 'ENROLMENT_UNKNOWN',
  })
  await lying('rebindings').put({ ...rebinding, sealed: only('devices').sealed })
  await expect(collectRebinding(cloud.ports, alice, enrolmentId)).rejects.toThrow(ALTERED)
})

it('a phone that waits at a counter is not exchanged by a write to the database', async () => {
  await employOfficer()
  const [hers, theirs] = [await queue(alice), await queue(thief)]
  const kept = (await lying('counterApplications').get(theirs.applicationId)) as Fields
  await lying('counterApplications').put({ ...kept, _id: hers.applicationId })
  await expect(openApplication(cloud.ports, officer, hers.code)).rejects.toThrow(ALTERED)
  const codes = cloud.database.raw.dump().counterCodes as unknown as Fields[]
  const code = codes.find(({ applicationId }) => applicationId === hers.applicationId) as Fields
  await lying('counterCodes').update(code._id, { applicationId: theirs.applicationId })
  await expect(openApplication(cloud.ports, officer, hers.code)).rejects.toThrow(ALTERED)
})

async function employOfficer() {
  const at = new Date(cloud.clock.now)
  await cloud.database.in(ORGANISATIONS).put({
    _id: 'hall',
    name: { zh: '南沙政务服务中心', en: 'Nansha service hall' },
    scenarios: ['counter'],
    enrols: true,
    licenceExpiresAt: new Date(cloud.clock.now + 1e9),
    onboardedAt: at,
  })
  await cloud.database
    .in(STAFF)
    .put({ _id: officer, organisationId: 'hall', role: 'clerk', name: '陈警官', joinedAt: at })
}

async function queue(account: typeof alice | typeof thief) {
  const { applicationId, audience, nonce } = await beginApplication(cloud.ports, account, null)
  const issuedAt = unixSeconds(cloud.clock.now)
  const proof = createProofOfPossession({ key: newHolderKey(), audience, nonce, issuedAt })
  const { code } = await applyAtCounter(cloud.ports, account, {
    action: 'counter-apply',
    applicationId,
    proof,
  })
  return { applicationId, code }
}
