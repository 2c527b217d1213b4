import { applyAtCounter } from '@nansha/core/enrol/counter/apply'
import { approveApplication } from '@nansha/core/enrol/counter/approve-application'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, expect, it } from 'vitest'
import { newHolderKey } from '../support/enrol-ports'
import { createFamily, FATHER, MOTHER, numberOf, SON } from '../support/family'
import { OFFICER } from '../support/service-hall'

const STRANGER = 'wxcitizen:stranger' as const
let home: Awaited<ReturnType<typeof createFamily>>
beforeEach(async () => {
  home = await createFamily()
})

it('the register’s no keeps a stranger from a child’s card', async () => {
  const key = await home.enrolParent(STRANGER, numberOf('1990-01-01'))
  await expect(home.giveCard(STRANGER, key)).rejects.toMatchObject({ code: 'CHILD_NOT_IN_HOUSEHOLD' })
  expect(home.statuses()).toEqual([])
})

it('a place on another guardian’s phone is none on one’s own', async () => {
  await home.giveCard(MOTHER, await home.enrolParent())
  const fathers = await home.enrolParent(FATHER)
  await expect(home.scan(await home.show(FATHER, fathers, 1))).rejects.toMatchObject({
    code: 'CHILD_CARD_NONE',
  })
  for (const action of ['renew-child', 'remove-child'] as const)
    await home.ask(FATHER, fathers, { action, child: 1 }).catch(() => undefined)
  expect(home.statuses()).toEqual(['valid'])
})

it('an application for which a guardian vouched binds the guardian’s key and no other', async () => {
  const key = await home.enrolParent()
  const { applicationId, audience, nonce } = await beginApplication(home.ports, MOTHER, null)
  await home.ask(MOTHER, key, { action: 'vouch-for-child', application: applicationId })
  const issuedAt = unixSeconds(home.clock.now)
  const proof = createProofOfPossession({ key: newHolderKey(), audience, nonce, issuedAt })
  await expect(
    applyAtCounter(home.ports, MOTHER, { action: 'counter-apply', applicationId, proof }),
  ).rejects.toMatchObject({ code: 'PROOF_INVALID' })
})

it('a guardian cannot vouch for the application of another account, nor after its key was bound', async () => {
  const key = await home.enrolParent()
  const fathers = await beginApplication(home.ports, FATHER, null)
  const vouch = (application: string) => home.ask(MOTHER, key, { action: 'vouch-for-child', application })
  await expect(vouch(fathers.applicationId)).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
  const { applicationId } = await home.apply(MOTHER, key)
  await expect(vouch(applicationId)).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
})

it('a thief of the phone cannot vouch without the owner’s unlock', async () => {
  const key = await home.enrolParent()
  home.clock.now += 24 * 3600_000
  await expect(home.apply(MOTHER, key)).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
})

it('an officer gives no child to an application that no guardian vouched for, and no identity to one that was', async () => {
  const { applicationId, code } = await home.queue('wxcitizen:alone')
  await expect(home.approve({ applicationId, code }, SON)).rejects.toMatchObject({
    code: 'ENROLMENT_UNKNOWN',
  })
  const vouched = await home.apply(MOTHER, await home.enrolParent())
  const opened = await home.open(OFFICER, vouched.code)
  const photo = Buffer.from('a photo')
  const portrait = await home.files.upload(opened.uploads.portrait, photo)
  await expect(
    approveApplication(home.ports, OFFICER, null, {
      action: 'counter-approve',
      applicationId: vouched.applicationId,
      name: '李明',
      idNumber: numberOf('1988-03-12'),
      cardValidity: 'long-term',
      portrait,
      portraitDigest: photoDigest(photo),
    }),
  ).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
})
