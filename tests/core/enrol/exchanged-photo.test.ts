import { randomBytes } from 'node:crypto'
import { FaceFault } from '@nansha/core/clients/face-answer'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { openFilming } from '@nansha/core/enrol/open-filming'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts, filmedElsewhere, SAME_PERSON } from '../../support/enrol-ports'
import {
  enrolCitizen,
  RESIDENT_NUMBER,
  readSides,
  submitPhotos,
  uploadPhotos,
} from '../../support/enrolled-citizen'

let cloud: ReturnType<typeof createEnrolPorts>
/** What the registry was shown. */
let shown: string[]
/** What the applicant does while the frames are looked at. */
let meanwhile: (shown: string) => Promise<unknown>
beforeEach(() => {
  cloud = createEnrolPorts()
  shown = []
  meanwhile = async () => undefined
  cloud.world.liveness = async ({ frames, shown }, card) => {
    if (photoDigest((await cloud.files.download(card.fileId)) ?? Buffer.alloc(0)) !== card.digest)
      throw new FaceFault('IMAGE_MISSING', { which: 'reference' })
    await meanwhile(frames[shown]?.fileId ?? '')
    const fingerprints = frames.map(() => randomBytes(32).toString('base64url'))
    return { match: SAME_PERSON, fingerprints }
  }
  cloud.ports = {
    ...cloud.ports,
    registry: {
      ...cloud.ports.registry,
      compare: async ({ photos }) => {
        shown.push(String(await photos.shown()))
        return 'confirmed'
      },
    },
  }
})

it('the registry is shown the frame that passed the liveness check', async () => {
  await enrolCitizen(cloud, 'wxc:alice')
  expect(shown).toEqual([expect.stringMatching(/^look-straight [01] /)])
})

it('a photo uploaded in place of a frame during the check is shown to nobody', async () => {
  meanwhile = (file) => {
    const path = file.slice('cloud://test.bucket/'.length)
    return cloud.files.upload(path, Buffer.from('a photo of the victim'))
  }
  const refused = { code: 'LIVENESS_PERSON', details: { which: 'selfie' } }
  await expect(enrolCitizen(cloud, 'wxc:mallory')).rejects.toMatchObject(refused)
  expect(shown).toEqual([])
  expect(cloud.database.dump().citizens).toBeUndefined()
})

it('a card photo exchanged after it was read is compared with nobody', async () => {
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginEnrolment(cloud.ports, 'wxc:mallory', { action: 'begin', consent })
  const files = await uploadPhotos(cloud, 'wxc:mallory', begun)
  await cloud.files.upload(begun.uploads.card, Buffer.from('a card with another face'))
  await expect(submitPhotos(cloud, 'wxc:mallory', begun, { files })).rejects.toMatchObject({
    code: 'IMAGE_MISSING',
    details: { which: 'card' },
  })
  expect(shown).toEqual([])
})

it('the selfie of platform filming and the card are each checked against their digests', async () => {
  let asked: unknown[] = []
  const registry = filmedElsewhere(cloud.ports.registry, {
    open: async () => ({ verifyId: 'v', serial: 's', subject: 'x' }),
    query: () => expect.unreachable(),
  })
  cloud.ports = {
    ...cloud.ports,
    registry,
    matchFaces: async (...photos) => {
      asked = photos
      return SAME_PERSON
    },
  }
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginEnrolment(cloud.ports, 'wxc:alice', { action: 'begin', consent })
  const card = await readSides(cloud, 'wxc:alice', begun)
  const film = { action: 'film', name: '李明', idNumber: RESIDENT_NUMBER } as const
  await openFilming(cloud.ports, 'wxc:alice', { ...film, enrolmentId: begun.enrolmentId })
  const selfie = await cloud.files.upload(begun.uploads.selfie, Buffer.from('a selfie'))
  await submitPhotos(cloud, 'wxc:alice', begun, { files: { card, selfie } as never })
  expect(asked).toEqual([
    [{ fileId: selfie, digest: photoDigest(Buffer.from('a selfie')) }],
    { fileId: card, digest: photoDigest(Buffer.from(RESIDENT_NUMBER)) },
  ])
  expect(shown).toEqual(['a selfie'])
  // Confirmed, so that no filming counts.
  expect(cloud.database.dump().attempts).toBeUndefined()
})
