import type { EnrolBegun, EnrolSubmitted } from '@nansha/shared/api/enrol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Act } from '#demo/specimen/act-face'
import { actorOf } from '../../support/acted-cast'
import { type Client, startTestCloud, type TestCloud } from '../../support/cloud'
import {
  begin,
  cardOf,
  enrol,
  film,
  type Photos,
  readCard,
  registerSpecimen,
  type Specimen,
  submissionOf,
} from '../../support/enrol'
import { asSelfie, cropFace, emptyRoom, sideBySide } from '../../support/faces'

let cloud: TestCloud
let li: Specimen & Photos
let wang: Specimen & Photos
let zhao: Specimen & Photos

/** A person in different photos: the registry's, the card's and those of the guided capture. */
async function person(index: 0 | 1 | 2, name: string, idNumber: string): Promise<Specimen & Photos> {
  const face = await cropFace(index)
  return {
    name,
    idNumber,
    portrait: face,
    card: await cardOf({ name, idNumber }, await asSelfie(face, 1)),
    acting: actorOf(index),
  }
}

beforeAll(async () => {
  cloud = await startTestCloud()
  li = await person(0, '李晚晴', '11010519491231002X')
  wang = await person(2, '王芳', '440524188001010014')
  zhao = await person(1, '赵敏', '440115199001010028')
  for (const specimen of [li, wang, zhao]) await registerSpecimen(cloud, specimen)
  // The first cancellation writes the marker by which file ids are known; it is no photo.
  const { enrolmentId } = await begin(cloud.citizen('first'))
  await cloud.citizen('first').call('enrol', { action: 'cancel', enrolmentId })
})
afterAll(() => cloud.stop())

const KEPT = ['citizens', 'numberClaims', 'devices', 'credentials', 'events', 'logQueue'] as const
/** What is there of citizens, and how many files: a refused enrolment must change neither. */
const snapshot = async () => {
  const records = await cloud.records()
  const counts = Object.fromEntries(KEPT.map((name) => [name, records[name]?.length ?? 0]))
  return {
    ...(counts as Record<(typeof KEPT)[number], number>),
    files: await cloud.fileCount(),
  }
}

/** A submission whose photos are there and were not read, for what is refused before anybody looks at them. */
async function submissionUnread(client: Client, begun: EnrolBegun) {
  const card = await client.upload(begun.uploads.card, zhao.card.portrait)
  return submissionOf(begun, zhao, { card, frames: await film(client, begun, zhao.acting) })
}

describe('enrolment through the real SDK, with real faces', () => {
  it('turns card, face, name and number into a credential and leaves no photo', async () => {
    const before = await snapshot()
    const answer = await enrol(cloud.citizen('li'), li, li)
    expect(answer).toMatchObject({ ok: true, credential: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+~/) })
    const after = await snapshot()
    expect(after).toEqual({
      citizens: 1,
      numberClaims: 1,
      devices: 1,
      credentials: 1,
      events: 1,
      logQueue: 1,
      files: before.files,
    })
  })

  it('answers another account with the right face exactly as it answers a wrong face, and gives neither a credential', async () => {
    const before = await snapshot()
    const taken = await enrol(cloud.citizen('thief'), li, li)
    const wrongFace = await enrol(cloud.citizen('thief'), wang, { card: wang.card, acting: li.acting })
    for (const answer of [taken, wrongFace])
      expect(answer).toMatchObject({ ok: false, code: 'PROOFING_RETRY', details: {} })
    expect(await snapshot()).toEqual({ ...before, events: before.events + 1 })
  })

  it('never gives a credential for a forged card or another’s name', async () => {
    const before = await snapshot()
    const forgedCard = await cardOf(wang, await li.acting('look-straight'))
    const tries: [string, Specimen, Photos][] = [
      ['card and face of another', wang, { card: forgedCard, acting: li.acting }],
      ['name of another', { ...wang, name: '王芬' }, wang],
    ]
    for (const [index, [label, who, photos]] of tries.entries()) {
      const answer = await enrol(cloud.citizen(`forger${index}`), who, photos)
      expect(answer, label).toMatchObject({ ok: false, code: 'PROOFING_RETRY' })
    }
    expect(await snapshot()).toEqual(before)
  })
})

describe('bad input to enrol gets its own code and leaves no file and no half record', () => {
  /** Acts well, but for the first picture. */
  const lookingLike = (first: Buffer) => {
    let taken = 0
    return (act: Act) => (taken++ === 0 ? Promise.resolve(first) : zhao.acting(act))
  }
  const wrong: Record<string, () => Promise<{ photos?: Partial<Photos>; code: string; which?: string }>> = {
    'no face before the camera': async () => ({
      photos: { acting: lookingLike(await emptyRoom()) },
      code: 'FACE_NOT_FOUND',
      which: 'selfie',
    }),
    'no face on the card': async () => ({
      photos: { card: await cardOf(zhao, await emptyRoom()) },
      code: 'FACE_NOT_FOUND',
      which: 'card',
    }),
    'two people before the camera': async () => ({
      photos: { acting: lookingLike(await sideBySide(await cropFace(2), await cropFace(3))) },
      code: 'FACE_MULTIPLE',
      which: 'selfie',
    }),
    'not an image': async () => ({
      photos: { acting: lookingLike(Buffer.from('<svg/>')) },
      code: 'IMAGE_UNREADABLE',
      which: 'selfie',
    }),
    '20 MB': async () => ({
      photos: { acting: lookingLike(Buffer.alloc(20e6, 0xff)) },
      code: 'IMAGE_TOO_LARGE',
      which: 'selfie',
    }),
  }
  it.each(Object.keys(wrong))('%s', async (label) => {
    const before = await snapshot()
    const { photos, code, which } = (await wrong[label]?.()) ?? { code: '' }
    const answer = await enrol(cloud.citizen('honest'), zhao, { ...zhao, ...photos })
    expect(answer).toMatchObject({ ok: false, code, details: which ? { which } : {} })
    expect(await snapshot()).toEqual(before)
  })

  it('a number with a wrong check character, of which nothing is kept', async () => {
    const before = await snapshot()
    const client = cloud.citizen('honest')
    const submission = await submissionUnread(client, await begin(client))
    const answer = await client.call('enrol', { ...submission, idNumber: '110105194912310021' })
    expect(answer).toMatchObject({ ok: false, code: 'NUMBER_CHECKSUM', details: {} })
    expect(await snapshot()).toEqual(before)
    expect(JSON.stringify((await cloud.lying()).enrolments)).not.toContain('110105')
  })

  it('a card that was photographed and not read', async () => {
    const before = await snapshot()
    const client = cloud.citizen('hasty')
    const answer = await client.call('enrol', await submissionUnread(client, await begin(client)))
    expect(answer).toMatchObject({ ok: false, code: 'CARD_UNREAD', details: { which: 'card' } })
    expect(await snapshot()).toEqual(before)
  })

  it('photos that never arrived', async () => {
    const client = cloud.citizen('honest')
    const begun = await begin(client)
    const card = await readCard(client, begun, zhao.card)
    const frames = await film(client, begun, zhao.acting)
    await cloud.platform.files.remove([card, ...frames])
    const submission = submissionOf(begun, zhao, { card, frames })
    expect(await client.call('enrol', submission)).toMatchObject({ ok: false, code: 'IMAGE_MISSING' })
  })

  it('an event too large for the platform: refused there, and cancelling takes the photos away', async () => {
    const before = await snapshot()
    const client = cloud.citizen('careless')
    const begun = await begin(client)
    const submission = await submissionUnread(client, begun)
    await expect(client.call('enrol', { ...submission, name: '赵'.repeat(60_000) })).rejects.toThrow()
    expect(await client.call('enrol', { action: 'cancel', enrolmentId: begun.enrolmentId })).toMatchObject({
      ok: true,
    })
    expect(await snapshot()).toEqual(before)
  })

  it('an event with a field too many', async () => {
    const before = await snapshot()
    const client = cloud.citizen('careless')
    const begun = await begin(client)
    const answer = await client.call('enrol', { ...(await submissionUnread(client, begun)), admin: true })
    expect(answer).toMatchObject({ ok: false, code: 'INPUT_INVALID', details: { field: 'admin' } })
    expect(await snapshot()).toEqual(before)
  })

  it('an honest enrolment afterwards: none of the bad input was counted', async () => {
    expect(await enrol(cloud.citizen('honest'), zhao, zhao)).toMatchObject({ ok: true })
  })
})

describe('enrolments that were never finished', () => {
  it('keep their photos from everybody but their own upload paths', async () => {
    const begun = await begin(cloud.citizen('abandoner'))
    const client = cloud.citizen('abandoner')
    await expect(client.upload('specimens/mine', Buffer.from('x'))).rejects.toThrow(
      'STORAGE_EXCEED_AUTHORITY',
    )
    await client.upload(begun.uploads.card, zhao.card.portrait)
    const other = cloud.citizen('overwriter')
    await expect(other.upload(begun.uploads.card, li.card.portrait)).rejects.toThrow(
      'STORAGE_EXCEED_AUTHORITY',
    )
    const stolen = await submissionUnread(client, begun)
    const answer = await other.call<EnrolSubmitted>('enrol', stolen)
    expect(answer).toMatchObject({ ok: false, code: 'ENROLMENT_UNKNOWN' })
    await client.call('enrol', { action: 'cancel', enrolmentId: begun.enrolmentId })
  })
})
