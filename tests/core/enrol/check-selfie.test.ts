import { FaceFault } from '@nansha/core/clients/face-answer'
import { answerStep } from '@nansha/core/enrol/answer-step'
import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { checkSelfie } from '@nansha/core/enrol/check-selfie'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { openFilming } from '@nansha/core/enrol/open-filming'
import { beginRecheck } from '@nansha/core/enrol/recheck/begin-recheck'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { Holder } from '@nansha/core/records/holder'
import { sweep } from '@nansha/core/sweep/sweep'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, filmedElsewhere, SAME_PERSON } from '#support/enrol-ports'
import {
  enrolCitizen,
  RESIDENT_NUMBER,
  readSides,
  submitPhotos,
  uploadFrames,
} from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
const consent = { face: true, version: CONSENT_VERSION }
let cloud: ReturnType<typeof createEnrolPorts>
/** What `face` was asked to look at. */
let looks: Parameters<EnrolPorts['checkLiveness']>[]
beforeEach(() => {
  cloud = createEnrolPorts()
  looks = []
  const { liveness } = cloud.world
  cloud.world.liveness = (...asked) => {
    looks.push(asked)
    return liveness(...asked)
  }
})

const begin = () => beginEnrolment(cloud.ports, alice, { action: 'begin', consent })
const check = ({ enrolmentId }: EnrolBegun, account: `${string}:${string}` = alice) =>
  checkSelfie(cloud.ports, account, enrolmentId)
const film = (begun: EnrolBegun) => uploadFrames(cloud, alice, begun)
const frameCount = () => [...cloud.files.stored.keys()].filter((path) => path.includes('/frame-')).length
const blurred = () => Promise.reject(new FaceFault('FACE_BLURRED', { step: 2 }))
const BLURRED = { code: 'FACE_BLURRED', details: { which: 'selfie', step: 2 } }

describe('a film that is checked as soon as it was filmed', () => {
  it('is not looked at again by the submission, which compares what was seen with the card that was read', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    const frames = await film(begun)
    expect(await check(begun)).toBeUndefined()
    expect(looks).toEqual([
      [
        expect.objectContaining({ frames: frames.map((fileId) => ({ fileId, digest: expect.any(String) })) }),
        { fileId: card, digest: photoDigest(Buffer.from(RESIDENT_NUMBER)) },
      ],
    ])
    const files = { card, frames }
    expect(await submitPhotos(cloud, alice, begun, { files })).toHaveProperty('credential')
    expect(looks).toHaveLength(1)
    expect(cloud.files.stored.size).toBe(0)
    expect(cloud.database.dump().decisions).toMatchObject([{ frames: 5, faces: { decision: 'match' } }])
  })

  it('is told at once when it cannot be used, and its frames go while the card stays', async () => {
    const begun = await begin()
    await readSides(cloud, alice, begun)
    await film(begun)
    cloud.world.liveness = blurred
    await expect(check(begun)).rejects.toMatchObject(BLURRED)
    expect([...cloud.files.stored.keys()].sort()).toEqual([begun.uploads.card, begun.uploads.emblem])
  })

  it('can be filmed anew in the same enrolment, which then ends in a credential', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    await film(begun)
    const { liveness } = cloud.world
    cloud.world.liveness = blurred
    await expect(check(begun)).rejects.toMatchObject(BLURRED)
    cloud.world.liveness = liveness
    const frames = await film(begun)
    await check(begun)
    expect(await submitPhotos(cloud, alice, begun, { files: { card, frames } })).toHaveProperty('credential')
    expect(looks).toHaveLength(1)
  })

  it('has the same answer however often it is asked for, and is looked at once', async () => {
    const good = await begin()
    await film(good)
    for (let i = 0; i < 12; i++) expect(await check(good)).toBeUndefined()
    expect(looks).toHaveLength(1)
    const bad = await begin()
    const frames = await film(bad)
    cloud.world.liveness = blurred
    await expect(check(bad)).rejects.toMatchObject(BLURRED)
    cloud.world.liveness = () => expect.unreachable()
    // A phone that did not hear the answer uploads once more.
    await cloud.files.upload((frames[0] as string).slice('cloud://test.bucket/'.length), Buffer.from('again'))
    for (let i = 0; i < 12; i++) await expect(check(bad)).rejects.toMatchObject(BLURRED)
    expect(frameCount()).toBe(5)
  })

  it('says nothing of how the person compares with the card, and the submission refuses as it would have', async () => {
    cloud.world.faces = async () => ({ ...SAME_PERSON, decision: 'no-match' })
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    const frames = await film(begun)
    expect(await check(begun)).toBeUndefined()
    cloud.world.faces = () => expect.unreachable()
    const refused = submitPhotos(cloud, alice, begun, { files: { card, frames } })
    await expect(refused).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    expect(cloud.database.dump().citizens).toBeUndefined()
  })

  it('before the card was read is looked at by itself, and once more with the card when it is submitted', async () => {
    const begun = await begin()
    const frames = await film(begun)
    await check(begun)
    expect(looks[0]?.[1]).toEqual({ fileId: frames[0], digest: expect.any(String) })
    const card = await readSides(cloud, alice, begun)
    expect(await submitPhotos(cloud, alice, begun, { files: { card, frames } })).toHaveProperty('credential')
    expect(looks[1]?.[1]).toMatchObject({ fileId: card })
  })

  it('is to be taken again, and not the card, when it shows no face before a card was read', async () => {
    const begun = await begin()
    await film(begun)
    cloud.world.liveness = () => Promise.reject(new FaceFault('IMAGE_MISSING', { which: 'reference' }))
    await expect(check(begun)).rejects.toMatchObject({ code: 'IMAGE_MISSING', details: { which: 'selfie' } })
  })

  it('stays when the fault is the card’s, which is told as such', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    const frames = await film(begun)
    const { liveness } = cloud.world
    cloud.world.liveness = () => Promise.reject(new FaceFault('FACE_NOT_FOUND', { which: 'reference' }))
    await expect(check(begun)).rejects.toMatchObject({ code: 'FACE_NOT_FOUND', details: { which: 'card' } })
    expect(frameCount()).toBe(5)
    cloud.world.liveness = liveness
    await check(begun)
    expect(await submitPhotos(cloud, alice, begun, { files: { card, frames } })).toHaveProperty('credential')
  })

  it('is compared with the card that was read last, when another was photographed since', async () => {
    const begun = await begin()
    await readSides(cloud, alice, begun, '11010119900307002X')
    const frames = await film(begun)
    await check(begun)
    const card = await readSides(cloud, alice, begun)
    expect(await submitPhotos(cloud, alice, begun, { files: { card, frames } })).toHaveProperty('credential')
    expect(looks.map(([, { digest }]) => digest)).toEqual(
      ['11010119900307002X', RESIDENT_NUMBER].map((text) => photoDigest(Buffer.from(text))),
    )
  })

  it('was not looked at when nobody answered: it stays, and can be checked again', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    const frames = await film(begun)
    const { liveness } = cloud.world
    cloud.world.liveness = () => Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
    await expect(check(begun)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    expect(frameCount()).toBe(5)
    cloud.world.liveness = liveness
    expect(await submitPhotos(cloud, alice, begun, { files: { card, frames } })).toHaveProperty('credential')
  })

  it('is looked at by the submission, as ever, when nobody checked it', async () => {
    cloud.world.liveness = blurred
    await expect(enrolCitizen(cloud, alice)).rejects.toMatchObject(BLURRED)
  })

  it('is forgotten with the enrolment, whatever ends it', async () => {
    const begun = await begin()
    await film(begun)
    await check(begun)
    expect(cloud.database.dump().enrolments).toMatchObject([{ checked: expect.stringMatching(/^1\./) }])
    await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
    expect(cloud.database.dump().enrolments).toMatchObject([{ checked: null, reading: null }])
    expect(cloud.files.stored.size).toBe(0)
  })

  it('goes with the sweep, frames and all, when nobody submits it', async () => {
    const begun = await begin()
    await film(begun)
    await check(begun)
    cloud.clock.now += 26 * 60_000
    await sweep(cloud.ports)
    expect([cloud.files.stored.size, cloud.database.dump().enrolments]).toEqual([0, undefined])
  })

  it('leaves nothing behind when it is given up while it is looked at', async () => {
    const begun = await begin()
    await film(begun)
    const { liveness } = cloud.world
    cloud.world.liveness = async (...asked) => {
      await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
      return liveness(...asked)
    }
    await expect(check(begun)).rejects.toMatchObject({ code: 'ENROLMENT_USED' })
    expect(cloud.database.dump().enrolments).toMatchObject([{ checked: null }])
    expect(cloud.files.stored.size).toBe(0)
  })

  it('keeps the picture for desks that the faster of two looks drew', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    const frames = await film(begun)
    let drawn = 0
    cloud.ports = { ...cloud.ports, randomInt: (below) => Math.min(drawn++, below - 1) }
    const { liveness } = cloud.world
    cloud.world.liveness = async (...asked) => {
      // While the first look goes on, the phone asks again.
      if (asked[0].shown === 0) await check(begun)
      return liveness(...asked)
    }
    await check(begun)
    expect(looks.map(([{ shown }]) => shown)).toEqual([1, 0])
    const seen: string[] = []
    const compare: EnrolPorts['registry']['compare'] = async ({ photos }) => {
      seen.push(String(await photos.shown()))
      return 'confirmed'
    }
    cloud.ports = { ...cloud.ports, registry: { ...cloud.ports.registry, compare } as EnrolPorts['registry'] }
    await submitPhotos(cloud, alice, begun, { files: { card, frames } })
    expect(seen).toEqual([expect.stringMatching(/^look-straight 1 /)])
  })
})

describe('a check is refused', () => {
  it('before all steps were answered', async () => {
    const begun = await begin()
    await expect(check(begun)).rejects.toMatchObject({ code: 'LIVENESS_TIMING' })
    await askChallenge(cloud.ports, alice, begun.enrolmentId)
    cloud.clock.now += 500
    const digests = ['a', 'b'].map((text) => photoDigest(Buffer.from(text)))
    const answer = { action: 'answer-step', enrolmentId: begun.enrolmentId, step: 0, digests } as const
    await answerStep(cloud.ports, alice, answer)
    await expect(check(begun)).rejects.toMatchObject({
      code: 'LIVENESS_TIMING',
      details: { which: 'selfie' },
    })
    expect(looks).toEqual([])
  })

  it('after the enrolment has expired, was submitted, or is unknown', async () => {
    const begun = await begin()
    await film(begun)
    cloud.clock.now += 15 * 60_000
    await expect(check(begun)).rejects.toMatchObject({ code: 'ENROLMENT_EXPIRED' })
    const used = await begin()
    await submitPhotos(cloud, alice, used)
    await expect(check(used)).rejects.toMatchObject({ code: 'ENROLMENT_USED' })
    await expect(checkSelfie(cloud.ports, alice, 'nobodys')).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
    expect(looks).toHaveLength(1)
  })

  it('where only the face is shown again, which is decided as soon as it was filmed', async () => {
    await enrolCitizen(cloud, alice)
    const { devices = [], credentials = [] } = cloud.database.dump()
    const holder = { device: devices[0], credential: credentials[0] } as Holder
    const begun = await beginRecheck(cloud.ports, holder, { consent })
    await film(begun)
    await expect(check(begun)).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
  })

  it('after eight looks in one enrolment that found nothing out', async () => {
    const begun = await begin()
    await film(begun)
    cloud.world.liveness = () => Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
    for (let i = 0; i < 8; i++)
      await expect(check(begun)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    await expect(check(begun)).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  })
})

describe('a selfie, where the platform films the person after the details', () => {
  let matched: Parameters<EnrolPorts['matchFaces']>[]
  beforeEach(() => {
    matched = []
    const registry = filmedElsewhere(cloud.ports.registry, {
      open: async () => ({ verifyId: 'v', serial: 's', subject: 'x' }),
      query: () => expect.unreachable(),
    })
    const matchFaces: EnrolPorts['matchFaces'] = (...asked) => {
      matched.push(asked)
      return cloud.world.faces()
    }
    cloud.ports = { ...cloud.ports, registry, matchFaces }
  })
  const take = (begun: EnrolBegun, what: string) =>
    cloud.files.upload(begun.uploads.selfie, Buffer.from(what))
  const submit = async (begun: EnrolBegun, card: string, selfie: string) => {
    const { enrolmentId } = begun
    const film = { action: 'film', enrolmentId, name: '李明', idNumber: RESIDENT_NUMBER } as const
    await openFilming(cloud.ports, alice, film)
    return submitPhotos(cloud, alice, begun, { files: { card, selfie } as never })
  }

  it('is told at once when it cannot be used, goes, and is taken again', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    await take(begun, 'blurred')
    const { faces } = cloud.world
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_NOT_FOUND', { which: 'probe' }))
    await expect(check(begun)).rejects.toMatchObject({ code: 'FACE_NOT_FOUND', details: { which: 'selfie' } })
    expect(cloud.files.stored.has(begun.uploads.selfie)).toBe(false)
    await expect(check(begun)).rejects.toMatchObject({ code: 'IMAGE_MISSING', details: { which: 'selfie' } })
    cloud.world.faces = faces
    const selfie = await take(begun, 'sharp')
    await check(begun)
    expect(await submit(begun, card, selfie)).toHaveProperty('credential')
    expect(matched.at(-1)).toEqual([
      [{ fileId: selfie, digest: photoDigest(Buffer.from('sharp')) }],
      { fileId: card, digest: photoDigest(Buffer.from(RESIDENT_NUMBER)) },
    ])
    expect(matched).toHaveLength(2)
  })

  it('that was taken while the one before was refused stays', async () => {
    const begun = await begin()
    await take(begun, 'blurred')
    cloud.world.faces = async () => {
      await take(begun, 'sharp')
      throw new FaceFault('FACE_NOT_FOUND', { which: 'probe' })
    }
    await expect(check(begun)).rejects.toMatchObject({ code: 'FACE_NOT_FOUND' })
    expect(String(cloud.files.stored.get(begun.uploads.selfie))).toBe('sharp')
  })

  it('that replaced the one that was checked is looked at by the submission', async () => {
    const begun = await begin()
    const card = await readSides(cloud, alice, begun)
    await take(begun, 'first')
    await check(begun)
    const selfie = await take(begun, 'second')
    await submit(begun, card, selfie)
    expect(matched.map(([[photo]]) => photo?.digest)).toEqual(
      ['first', 'second'].map((text) => photoDigest(Buffer.from(text))),
    )
  })

  it('is looked at eight times in one enrolment, however many there are', async () => {
    const begun = await begin()
    for (let i = 0; i < 8; i++) {
      await take(begun, `selfie ${i}`)
      await check(begun)
    }
    await take(begun, 'one more')
    await expect(check(begun)).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    expect(matched).toHaveLength(8)
  })
})
