import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { checkSelfie } from '@nansha/core/enrol/check-selfie'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import { applyAtCounter, collectApplication } from '@nansha/core/enrol/counter/apply'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { TransactionConflict } from '@nansha/core/platform/database-errors'
import type { Holder } from '@nansha/core/records/holder'
import { issueHandles } from '@nansha/core/wallet/issue-handles'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../support/enrol-ports'
import { enrolCitizen, uploadFrames } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const bob = 'wxc:bob' as const
const MINUTE = 60_000
const EXHAUSTED = { code: 'ATTEMPTS_EXHAUSTED' }

let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(() => {
  cloud = createEnrolPorts()
})
/**
 * How many calls were let in: of so many at once, and one by one after them until the cap is met. Of many at once some give
 * up because they met others too often, which is no cap; none of them was let in.
 */
async function letIn(times: number, call: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: times }, call))
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  for (const refusal of refusals)
    if (!(refusal instanceof TransactionConflict)) expect(refusal).toMatchObject(EXHAUSTED)
  let count = times - refusals.length
  for (let isFull = false; !isFull; ) {
    const refusal = await call().then(
      () => null,
      (error: unknown) => error,
    )
    if (refusal !== null) expect(refusal).toMatchObject(EXHAUSTED)
    isFull = refusal !== null
    count += Number(!isFull)
  }
  return count
}

describe('a limit lets no more in when many ask at once:', () => {
  it('240 handles alive a phone, until the first of them run out', async () => {
    await enrolCitizen(cloud, alice)
    const { devices = [], credentials = [] } = cloud.database.dump()
    const holder = { device: devices[0], credential: credentials[0] } as Holder
    const twenty = () => issueHandles(cloud.ports, holder, 20)
    expect(await letIn(40, twenty)).toBe(12)
    expect(cloud.database.dump().handles).toHaveLength(240)
    await expect(issueHandles(cloud.ports, holder, 1)).rejects.toMatchObject(EXHAUSTED)
    cloud.clock.now += 24 * 60 * MINUTE
    await twenty()
  })

  it('five open applications at counters an account', async () => {
    const begin = (who: typeof alice | typeof bob) => beginApplication(cloud.ports, who, null)
    expect(await letIn(20, () => begin(alice))).toBe(5)
    await begin(bob)
    cloud.clock.now += 60 * MINUTE
    expect(await letIn(6, () => begin(alice))).toBe(5)
  })

  it('one code for each application', async () => {
    const key = newHolderKey()
    const { applicationId, audience, nonce } = await beginApplication(cloud.ports, alice, null)
    const issuedAt = unixSeconds(cloud.clock.now)
    const proof = createProofOfPossession({ key, audience, nonce, issuedAt })
    const apply = () => applyAtCounter(cloud.ports, alice, { action: 'counter-apply', applicationId, proof })
    const codes = await Promise.allSettled(Array.from({ length: 10 }, apply))
    expect(codes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await collectApplication(cloud.ports, alice, applicationId)).toEqual({ state: 'waiting' })
  })

  it('eight looks at the person in one enrolment', async () => {
    const consent = { face: true, version: CONSENT_VERSION }
    const begun = await beginEnrolment(cloud.ports, alice, { action: 'begin', consent })
    await uploadFrames(cloud, alice, begun)
    let looks = 0
    cloud.world.liveness = async () => {
      looks++
      throw new NanshaError('SERVICE_UNAVAILABLE')
    }
    const check = () => checkSelfie(cloud.ports, alice, begun.enrolmentId)
    await Promise.allSettled(Array.from({ length: 30 }, check))
    for (let i = 0; i < 8; i++) await check().catch(() => undefined)
    await expect(check()).rejects.toMatchObject(EXHAUSTED)
    expect(looks).toBe(8)
  })

  it('five open enrolments an account, and twenty in a quarter of an hour', async () => {
    const consent = { face: true, version: CONSENT_VERSION }
    const begin = () => beginEnrolment(cloud.ports, alice, { action: 'begin', consent })
    expect(await letIn(30, begin)).toBe(5)
    const open = () =>
      (cloud.database.dump().enrolments ?? []).filter((one) => (one as { state?: string }).state === 'begun')
    for (let round = 0; round < 3; round++) {
      for (const { _id } of open()) await cancelEnrolment(cloud.ports, alice, _id)
      expect(await letIn(30, begin)).toBe(5)
    }
    for (const { _id } of open()) await cancelEnrolment(cloud.ports, alice, _id)
    expect(await letIn(30, begin)).toBe(0)
    cloud.clock.now += 15 * MINUTE
    expect(await letIn(30, begin)).toBe(5)
  })
})
