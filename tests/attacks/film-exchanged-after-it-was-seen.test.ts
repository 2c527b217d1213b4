import { randomBytes } from 'node:crypto'
import { FaceFault } from '@nansha/core/clients/face-answer'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { checkSelfie } from '@nansha/core/enrol/check-selfie'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { readCard } from '@nansha/core/enrol/read-card'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { Stored } from '@nansha/core/platform/database'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, SAME_PERSON } from '../support/enrol-ports'
import { RESIDENT_NUMBER, readSides, submitPhotos, uploadFrames } from '../support/enrolled-citizen'
import { STORAGE_ROOT } from '../support/memory-files'

const mallory = 'wxc:mallory' as const
let cloud: ReturnType<typeof createEnrolPorts>
/** What was looked at, a line a look: the frames, then the card. */
let looks: string[]
/** What the registry was shown. */
let shown: string[]
let begun: EnrolBegun
let card: string
let frames: string[]

/** Mallory is filmed, and seen, beside the card of a stranger who is very like: all of it is good. */
beforeEach(async () => {
  cloud = createEnrolPorts()
  looks = []
  shown = []
  // As `face` does: other bytes than those of the digest count as missing.
  const open = async ({ fileId, digest }: { fileId: string; digest?: string }, which: object) => {
    const bytes = await cloud.files.download(fileId)
    if (!bytes || photoDigest(bytes) !== digest) throw new FaceFault('IMAGE_MISSING', which)
    return String(bytes)
  }
  cloud.world.liveness = async ({ frames }, reference) => {
    const compared = await open(reference, { which: 'reference' })
    const seen = await Promise.all(frames.map((frame, step) => open(frame, { step })))
    looks.push([...seen, compared].join())
    return { match: SAME_PERSON, fingerprints: frames.map(() => randomBytes(32).toString('base64url')) }
  }
  const compare: EnrolPorts['registry']['compare'] = async ({ photos }) => {
    shown.push(String(await photos.shown()))
    return 'confirmed'
  }
  cloud.ports = { ...cloud.ports, registry: { ...cloud.ports.registry, compare } as EnrolPorts['registry'] }
  const consent = { face: true, version: CONSENT_VERSION }
  begun = await beginEnrolment(cloud.ports, mallory, { action: 'begin', consent })
  card = await readSides(cloud, mallory, begun)
  frames = await film('mallory')
})
const film = (who: string) =>
  uploadFrames(cloud, mallory, begun, ({ request }, at) => `${who} ${request} ${at}`)
const check = (account: `${string}:${string}` = mallory) =>
  checkSelfie(cloud.ports, account, begun.enrolmentId)
const submit = () => submitPhotos(cloud, mallory, begun, { files: { card, frames } })
const replace = (fileId: string | undefined, text: string) =>
  cloud.files.upload((fileId ?? '').slice(STORAGE_ROOT.length), Buffer.from(text))
const issued = () => cloud.database.dump().citizens ?? []

describe('after the person was seen', () => {
  it('pictures of the victim in the place of the frames are shown to no registry', async () => {
    await check()
    for (const [at, frame] of frames.entries()) await replace(frame, `the victim ${at}`)
    await expect(submit()).rejects.toMatchObject({ code: 'LIVENESS_PERSON' })
    expect([shown, issued()]).toEqual([[], []])
  })

  it('another check of exchanged frames looks at nothing', async () => {
    await check()
    for (const [at, frame] of frames.entries()) await replace(frame, `the victim ${at}`)
    await check()
    expect(looks).toHaveLength(1)
    expect(looks[0]).not.toContain('victim')
  })

  it('the film of another challenge is looked at for itself', async () => {
    await check()
    frames = await film('the victim')
    await submit()
    expect(looks.map((look) => look.split(' look')[0])).toEqual(['mallory', 'the victim'])
  })

  it('another card, which was read, is compared with the film and not believed to fit it', async () => {
    await check()
    cloud.world.card = async (side) =>
      side === 'portrait'
        ? {
            fields: Object.fromEntries(
              Object.entries({
                number: RESIDENT_NUMBER,
                name: '李明',
                ethnicity: '汉',
                address: '广州市南沙区',
              }).map(([name, value]) => [name, { value, confidence: 1, confirm: false }]),
            ),
          }
        : expect.unreachable()
    await replace(card, 'the card of the victim')
    const { enrolmentId } = begun
    await readCard(cloud.ports, mallory, { action: 'read-card', enrolmentId, side: 'portrait', card })
    await submit()
    expect(looks.map((look) => look.split(',').at(-1))).toEqual([RESIDENT_NUMBER, 'the card of the victim'])
  })

  it('another photo in the place of the card that was read changes nothing of what was compared', async () => {
    await check()
    await replace(card, 'the card of the victim')
    await submit()
    expect(looks).toHaveLength(1)
  })
})

it('frames that were exchanged before they were seen are refused, and stay refused when the right ones are back', async () => {
  const right = await Promise.all(frames.map(async (frame) => String(await cloud.files.download(frame))))
  const putBack = () => Promise.all(frames.map((frame, at) => replace(frame, right[at] as string)))
  await replace(frames[0], 'the victim')
  const refused = { code: 'IMAGE_MISSING', details: { which: 'selfie' } }
  await expect(check()).rejects.toMatchObject(refused)
  await putBack()
  await expect(check()).rejects.toMatchObject(refused)
  await putBack()
  await expect(submit()).rejects.toMatchObject(refused)
  expect(issued()).toEqual([])
})

it('a stranger who knows an enrolment learns nothing of its film, and changes nothing of it', async () => {
  await expect(check('wxc:stranger')).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
  expect(looks).toEqual([])
  expect(cloud.database.dump().enrolments).toMatchObject([{ checks: 0, checked: null }])
  expect(cloud.files.stored.has(frames[0]?.slice(STORAGE_ROOT.length) ?? '')).toBe(true)
})

it('what was seen of one enrolment is worth nothing in another, also for who writes into the database', async () => {
  await check()
  const [{ checked }] = cloud.database.raw.dump().enrolments as [Stored & { readonly checked: string }]
  const consent = { face: true, version: CONSENT_VERSION }
  begun = await beginEnrolment(cloud.ports, mallory, { action: 'begin', consent })
  await film('the victim')
  await cloud.database.raw
    .in<Stored & { checked: string }>({ name: 'enrolments' })
    .update(begun.enrolmentId, { checked })
  await expect(check()).rejects.toThrow('not as this cloud wrote it')
  expect(looks).toHaveLength(1)
})
