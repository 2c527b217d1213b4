import { FaceFault } from '@nansha/core/clients/face-answer'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../support/enrol-ports'
import { RESIDENT_NUMBER, readSides, uploadFrames } from '../support/enrolled-citizen'
import { STORAGE_ROOT } from '../support/memory-files'

const account = 'wxc:mallory' as const
let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(() => {
  cloud = createEnrolPorts()
})

const begin = () =>
  beginEnrolment(cloud.ports, account, {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
const submit = async (begun: EnrolBegun, frames: string[]) =>
  submitEnrolment(cloud.ports, account, {
    action: 'submit',
    enrolmentId: begun.enrolmentId,
    name: '李明',
    idNumber: RESIDENT_NUMBER,
    files: { card: await readSides(cloud, account, begun), frames },
    proof: createProofOfPossession({
      key: newHolderKey(),
      audience: begun.audience,
      nonce: begun.nonce,
      issuedAt: unixSeconds(cloud.clock.now),
    }),
  })

it('frames uploaded before the challenge was drawn are not looked at', async () => {
  const begun = await begin()
  const early = await Promise.all(
    [0, 1, 2, 3, 4].map((number) =>
      cloud.files.upload(`enrolments/${begun.enrolmentId}/frame-${number}`, Buffer.from(`film ${number}`)),
    ),
  )
  await uploadFrames(cloud, account, begun)
  await expect(submit(begun, early)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
})

it('frames of a challenge that did not suit are no answer to the next one', async () => {
  const begun = await begin()
  const former = await uploadFrames(cloud, account, begun)
  const frames = await uploadFrames(cloud, account, begun)
  await expect(submit(begun, former)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  expect(former.filter((file) => frames.includes(file))).toEqual([])
  // Nothing of either stays.
  expect(cloud.files.stored.size).toBe(0)
})

it('frames uploaded in place of those already named by digest are not looked at', async () => {
  let looked = 0
  cloud.world.liveness = async ({ frames }) => {
    looked++
    for (const { fileId, digest } of frames) {
      const bytes = await cloud.files.download(fileId)
      if (!bytes || photoDigest(bytes) !== digest) throw new FaceFault('IMAGE_MISSING')
    }
    return expect.unreachable()
  }
  const begun = await begin()
  const frames = await uploadFrames(cloud, account, begun)
  for (const file of frames)
    await cloud.files.upload(file.slice(STORAGE_ROOT.length), Buffer.from('made to measure'))
  await expect(submit(begun, frames)).rejects.toMatchObject({ code: 'IMAGE_MISSING' })
  expect(looked).toBe(1)
})
