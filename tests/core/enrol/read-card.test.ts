import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { readCard } from '@nansha/core/enrol/read-card'
import type { CitizenClaims } from '@nansha/core/records/citizens'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { CardSide } from '@nansha/shared/identity-card'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { RESIDENT_NUMBER, submitPhotos, uploadFrames } from '../../support/enrolled-citizen'
import { STORAGE_ROOT } from '../../support/memory-files'

const alice = 'wxc:alice' as const
const field = (value: string) => ({ value, confidence: 0.99, confirm: false })
const PORTRAIT = {
  fields: {
    number: field(RESIDENT_NUMBER),
    name: { ...field('李朋'), confirm: true },
    sex: field('female'),
    ethnicity: field('汉'),
    birthdate: field('1949-12-31'),
    address: field('广州市南沙区'),
  },
  portrait: 'crop',
}
const withAddress = (address: string) => ({
  ...PORTRAIT,
  fields: { ...PORTRAIT.fields, address: field(address) },
})
const EMBLEM = {
  fields: {
    authority: field('广州市公安局'),
    validFrom: field('2020-01-01'),
    validUntil: field('2040-01-01'),
  },
  document: 'resident-id-card',
}

let cloud: ReturnType<typeof createEnrolPorts>
let begun: EnrolBegun
beforeEach(async () => {
  cloud = createEnrolPorts()
  cloud.world.card = async (side) => (side === 'portrait' ? PORTRAIT : EMBLEM)
  begun = await beginEnrolment(cloud.ports, alice, {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
})

const read = (side: CardSide = 'portrait', account: `${string}:${string}` = alice, card?: string) =>
  readCard(cloud.ports, account, {
    action: 'read-card',
    enrolmentId: begun.enrolmentId,
    side,
    card: card ?? STORAGE_ROOT + begun.uploads[side === 'portrait' ? 'card' : 'emblem'],
  })
/** Has one side read, and submits. */
const submitWith = async (side: CardSide) => {
  for (const path of [begun.uploads.card, begun.uploads.emblem])
    await cloud.files.upload(path, Buffer.from(''))
  await read(side)
  const frames = await uploadFrames(cloud, alice, begun)
  return submitPhotos(cloud, alice, begun, { files: { card: STORAGE_ROOT + begun.uploads.card, frames } })
}
const records = (name: string) => (cloud.database.dump()[name] ?? []) as unknown as Record<string, unknown>[]
const claims = () => {
  const [citizen] = records('citizens')
  const place = { collection: 'citizens', id: String(citizen?._id), field: 'claims' }
  return cloud.ports.envelopes.openJson<CitizenClaims>(place, String(citizen?.claims))
}

const sealedCorrections = () => {
  const [decision] = records('decisions')
  const place = { collection: 'decisions', id: String(decision?._id), field: 'corrections' }
  return cloud.ports.envelopes.openJson(place, String(decision?.corrections))
}

describe('a card that was read', () => {
  it('is shown to the citizen, remembered sealed, and becomes the claims', async () => {
    expect(await read()).toEqual({ side: 'portrait', ...PORTRAIT })
    expect(await read('emblem')).toEqual({ side: 'emblem', ...EMBLEM })
    expect(JSON.stringify(cloud.database.dump())).not.toMatch(/李|南沙|1949-12-31|11010519/)
    await submitPhotos(cloud, alice, begun, { name: '李朋' })
    expect(claims()).toEqual({
      name: '李朋',
      id_number: RESIDENT_NUMBER,
      sex: 'female',
      birthdate: '1949-12-31',
      ethnicity: '汉',
      address: '广州市南沙区',
      card_validity: '2040-01-01',
    })
    expect(records('decisions')).toMatchObject([{ corrected: [], corrections: null }])
  })

  it('lets the citizen correct the name, which is noted, and not the number', async () => {
    await read()
    const other = submitPhotos(cloud, alice, begun, { idNumber: '440524188001010014' })
    await expect(other).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'idNumber' } })
    begun = await beginEnrolment(cloud.ports, alice, {
      action: 'begin',
      consent: { face: true, version: CONSENT_VERSION },
    })
    await read()
    await submitPhotos(cloud, alice, begun, { name: '李明' })
    expect(claims().name).toBe('李明')
    expect(records('decisions')).toMatchObject([{ corrected: ['name'] }])
    expect(sealedCorrections()).toEqual({ name: { read: '李朋', given: '李明' } })
  })

  it('lets the citizen correct ethnic group and address, with both values sealed in the decision', async () => {
    await read()
    const corrections = { ethnicity: '穿青人', address: '广州市南沙区港前大道' }
    cloud.world.card = async (side) => (side === 'portrait' ? withAddress('广州市南沙区港剪大道') : EMBLEM)
    await submitPhotos(cloud, alice, begun, { name: '李朋', corrections })
    expect(claims()).toMatchObject(corrections)
    expect(records('decisions')).toMatchObject([{ corrected: ['ethnicity', 'address'] }])
    expect(JSON.stringify(records('decisions'))).not.toMatch(/穿青|港前|港剪/)
    expect(sealedCorrections()).toEqual({
      ethnicity: { read: '汉', given: '穿青人' },
      address: { read: '广州市南沙区港剪大道', given: '广州市南沙区港前大道' },
    })
  })

  it('lets the citizen say that the card prints no ethnic group', async () => {
    await submitPhotos(cloud, alice, begun, { name: '李朋', corrections: { ethnicity: '' } })
    expect(claims()).not.toHaveProperty('ethnicity')
    expect(records('decisions')).toMatchObject([{ corrected: ['ethnicity'] }])
  })

  it('takes what was written as it was read for no correction', async () => {
    const corrections = { ethnicity: '汉', address: '广州市南沙区' }
    await submitPhotos(cloud, alice, begun, { name: '李朋', corrections })
    expect(records('decisions')).toMatchObject([{ corrected: [], corrections: null }])
  })

  it('bears out an address: another one is refused before anybody is asked or a try counted', async () => {
    cloud.world.registry = async () => expect.unreachable()
    const corrections = { address: '北京市朝阳区建国路1号' }
    await expect(submitPhotos(cloud, alice, begun, { name: '李朋', corrections })).rejects.toMatchObject({
      code: 'ADDRESS_DIFFERS',
    })
    expect(records('decisions')).toEqual([])
    // The challenge that was drawn; no try on the number.
    expect(records('attempts')).toMatchObject([{ failures: 1 }])
  })

  it('tells the registry what was corrected, and only that', async () => {
    const asked: unknown[] = []
    cloud.ports.registry.compare = async ({ corrections }) => {
      asked.push(corrections)
      return 'confirmed'
    }
    await submitPhotos(cloud, alice, begun, {
      name: '李朋',
      corrections: { ethnicity: '汉', address: '广州市南沙区港' },
    })
    expect(asked).toEqual([{ address: '广州市南沙区港' }])
  })

  it('is the own one, of this enrolment, while it is open', async () => {
    await expect(read('portrait', 'wxc:mallory')).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
    for (const elsewhere of ['cloud://test.bucket/specimens/1', STORAGE_ROOT + begun.uploads.emblem]) {
      await expect(read('portrait', alice, elsewhere)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        details: { field: 'card' },
      })
    }
    await submitPhotos(cloud, alice, begun)
    await expect(read()).rejects.toMatchObject({ code: 'ENROLMENT_USED' })
  })

  it('may need several photos, but not without end', async () => {
    cloud.world.card = () => Promise.reject(new NanshaError('CARD_BLURRED'))
    for (let i = 0; i < 8; i++) await expect(read()).rejects.toMatchObject({ code: 'CARD_BLURRED' })
    await expect(read()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    expect(records('enrolments')).toMatchObject([{ reading: null }])
  })
})

describe('a card of which a side was not read', () => {
  it.each([
    ['card', 'emblem'],
    ['emblem', 'portrait'],
  ] as const)('is no card: the %s side is asked for, and nothing is decided', async (which, other) => {
    cloud.world.registry = async () => expect.unreachable()
    await expect(submitWith(other)).rejects.toMatchObject({ code: 'CARD_UNREAD', details: { which } })
    expect(cloud.files.stored.size).toBe(0)
    // The challenge that was drawn; no try on the number.
    expect(records('attempts')).toMatchObject([{ failures: 1 }])
  })

  it('was not read when a later photo in its place could not be', async () => {
    await read()
    cloud.world.card = () => Promise.reject(new NanshaError('CARD_BLURRED'))
    await expect(read()).rejects.toMatchObject({ code: 'CARD_BLURRED' })
    cloud.world.card = createEnrolPorts().world.card
    await expect(submitWith('emblem')).rejects.toMatchObject({ details: { which: 'card' } })
  })

  it('is none when the card has expired: an expired card is not remembered', async () => {
    const { card } = cloud.world
    cloud.world.card = async (side, number) => {
      if (side === 'emblem') throw new NanshaError('CARD_EXPIRED')
      return card(side, number)
    }
    await expect(read('emblem')).rejects.toMatchObject({ code: 'CARD_EXPIRED' })
    await expect(submitWith('portrait')).rejects.toMatchObject({ code: 'CARD_UNREAD' })
  })
})
