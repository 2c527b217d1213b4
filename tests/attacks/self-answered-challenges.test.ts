import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../support/enrol-ports'
import { RESIDENT_NUMBER, uploadPhotos } from '../support/enrolled-citizen'

const account = 'wxc:mallory' as const
const consent = { face: true, version: CONSENT_VERSION }

it('challenges answered with one’s own face are counted: waiting for one that suits takes days', async () => {
  const cloud = createEnrolPorts()
  // The face is living, and not the one of that number.
  cloud.world.registry = async () => 'unsure'
  let drawn = 0
  const started = cloud.clock.now
  while (cloud.clock.now - started < 91 * 60_000) {
    cloud.clock.now += 45_000
    try {
      const begun = await beginEnrolment(cloud.ports, account, { action: 'begin', consent })
      const { enrolmentId, audience, nonce } = begun
      const files = await uploadPhotos(cloud, account, begun)
      drawn++
      const issuedAt = unixSeconds(cloud.clock.now)
      const proof = createProofOfPossession({ key: newHolderKey(), audience, nonce, issuedAt })
      const who = { name: '李明', idNumber: RESIDENT_NUMBER }
      await submitEnrolment(cloud.ports, account, { action: 'submit', enrolmentId, ...who, files, proof })
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(PROOFING_|ATTEMPTS_EXHAUSTED)/) })
    }
  }
  // Ten are free, then one after 15 minutes and one after an hour.
  expect(drawn).toBeLessThanOrEqual(13)
})
