import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { ENROLMENTS } from '@nansha/core/records/enrolments'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { enrolCitizen } from '#support/enrolled-citizen'
import { ISSUER } from '#support/issuer'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(() => {
  cloud = createEnrolPorts()
})
const begin = () =>
  beginEnrolment(cloud.ports, alice, { action: 'begin', consent: { face: true, version: CONSENT_VERSION } })

it('an enrolment begins with consent, a nonce and places to upload to, and nothing of the person', async () => {
  const { enrolmentId, nonce, ...begun } = await begin()
  const path = (name: string) => `enrolments/${enrolmentId}/${name}`
  expect(begun).toEqual({
    audience: ISSUER,
    expiresAt: cloud.clock.now / 1000 + 15 * 60,
    capture: 'guided',
    networkId: false,
    uploads: { card: path('card'), emblem: path('emblem'), selfie: path('selfie') },
  })
  expect(nonce).not.toBe(enrolmentId)
  expect(cloud.database.dump().enrolments).toEqual([
    {
      _id: enrolmentId,
      account: alice,
      consent: { version: CONSENT_VERSION, at: new Date(cloud.clock.now) },
      nonce,
      reading: null,
      reads: 0,
      checked: null,
      checks: 0,
      session: null,
      challenge: null,
      challenges: [],
      filming: null,
      recheck: null,
      state: 'begun',
      expiresAt: new Date(cloud.clock.now + 15 * 60_000),
    },
  ])
})

it('an enrolment that was decided makes room for another one', async () => {
  for (let n = 0; n < 4; n++) await begin()
  await enrolCitizen(cloud, alice)
  await begin()
  await expect(begin()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
})

it('an enrolment that is being decided is not cancelled, and one that is gone is no error', async () => {
  const { enrolmentId } = await begin()
  await cloud.database.in(ENROLMENTS).update(enrolmentId, { state: 'taken' })
  const cancel = () => cancelEnrolment(cloud.ports, alice, enrolmentId)
  await expect(cancel()).rejects.toMatchObject({ code: 'ENROLMENT_USED' })
  await cloud.database.in(ENROLMENTS).remove(enrolmentId)
  await cancel()
})

it('an application at a counter begins with a nonce and asks nothing of the person', async () => {
  const { applicationId, nonce, ...begun } = await beginApplication(cloud.ports, alice, 'union')
  expect(begun).toEqual({ audience: ISSUER, expiresAt: cloud.clock.now / 1000 + 3600 })
  expect(cloud.database.dump().counterApplications).toEqual([
    {
      _id: applicationId,
      account: alice,
      unionId: 'union',
      nonce,
      publicJwk: null,
      codeId: null,
      officer: null,
      folders: [],
      guardian: null,
      child: null,
      lookups: 0,
      reads: 0,
      credential: null,
      expiresAt: new Date(cloud.clock.now + 3600_000),
    },
  ])
})
