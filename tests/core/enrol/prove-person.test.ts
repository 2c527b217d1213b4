import { applicantClaims, correctedFields, correctedValues } from '@nansha/core/enrol/applicant-claims'
import { combineDecisions } from '@nansha/core/enrol/prove-person'
import { requireAnswered } from '@nansha/core/enrol/require-answered'
import { requireFreePhone } from '@nansha/core/enrol/require-free-phone'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { CITIZENS } from '@nansha/core/records/citizens'
import type { AskedChallenge, CardReading, Enrolment } from '@nansha/core/records/enrolments'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import { describe, expect, it } from 'vitest'
import { createEnrolPorts, filmedElsewhere, newHolderKey } from '#support/enrol-ports'
import { enrolCitizen, RESIDENT_NUMBER } from '#support/enrolled-citizen'

it.each([
  ['match', 'confirmed', 'proven'],
  ['match', 'unsure', 'unsure'],
  ['match', 'refused', 'refused'],
  ['refer', 'confirmed', 'unsure'],
  ['refer', 'unsure', 'unsure'],
  ['refer', 'refused', 'refused'],
  ['no-match', 'confirmed', 'refused'],
  ['no-match', 'unsure', 'refused'],
  ['no-match', 'refused', 'refused'],
] as const)('faces that %s and a registry that says %s make a person %s', (faces, registry, outcome) => {
  expect(combineDecisions(faces, registry)).toBe(outcome)
})

describe('a submission answers what was asked', () => {
  const UNANSWERED = expect.objectContaining({ code: 'LIVENESS_TIMING', details: { which: 'selfie' } })
  const askedAt = new Date(1000)
  const digests = [['a', 'b'], ['c'], ['d'], ['e']]
  const challenge: AskedChallenge = {
    id: 'asked',
    actions: ['blink', 'turn-left', 'turn-right'] as never,
    answers: digests.map((digests) => ({ digests })),
    askedAt,
    toldAt: new Date(9000),
  }
  const files = { card: 'card', frames: ['1', '2', '3', '4', '5'] }
  const guided = { registry: createEnrolPorts().ports.registry }
  const capture = { open: () => expect.unreachable(), query: () => expect.unreachable() }
  const platform = { registry: filmedElsewhere(guided.registry, capture) }
  const enrolment = (changes: Partial<Enrolment>) =>
    ({ challenge: null, filming: null, ...changes }) as Enrolment

  it('with each frame by its digest, dated by when it was asked', () => {
    const { photos, faceAt } = requireAnswered(guided, enrolment({ challenge }), files)
    expect(faceAt).toBe(askedAt)
    expect(photos).toEqual({
      card: 'card',
      challenge,
      frames: digests.flat().map((digest, n) => ({ fileId: String(n + 1), digest })),
    })
  })

  it.each<[string, Partial<Enrolment>, string[]]>([
    ['no challenge', {}, files.frames],
    ['no challenge and no frame', {}, []],
    [
      'a step unanswered',
      { challenge: { ...challenge, answers: challenge.answers.slice(1) } },
      ['1', '2', '3'],
    ],
    ['a frame too few', { challenge }, files.frames.slice(1)],
    ['a frame too many', { challenge }, [...files.frames, '6']],
  ])('and not with %s', (_, changes, frames) => {
    expect(() => requireAnswered(guided, enrolment(changes), { card: 'card', frames })).toThrow(UNANSWERED)
  })

  it('with a selfie where the platform filmed, dated by the filming, and nowhere else', () => {
    const selfie = { card: 'card', selfie: 'selfie' }
    const filming = new Date(5000)
    expect(requireAnswered(platform, enrolment({ filming }), selfie)).toEqual({
      photos: { card: 'card', selfie: 'selfie' },
      faceAt: filming,
    })
    expect(() => requireAnswered(platform, enrolment({}), selfie)).toThrow(UNANSWERED)
    expect(() => requireAnswered(guided, enrolment({ filming }), selfie)).toThrow(UNANSWERED)
  })
})

describe('what an applicant may write', () => {
  const number: ResidentNumber = {
    number: RESIDENT_NUMBER,
    region: '110105',
    birthdate: '1949-12-31',
    sex: 'female',
  }
  const portrait = {
    digest: photoDigest(Buffer.from('card')),
    number: RESIDENT_NUMBER,
    name: '李朋',
    ethnicity: '汉',
    address: '广州市南沙区',
  }
  const reading: Required<CardReading> = {
    portrait,
    emblem: { validUntil: '2040-01-01', document: 'resident-id-card' },
  }

  it('is the name, the ethnic group and the address, each told with what was read', () => {
    const written = { name: '李明', corrections: { ethnicity: '壮', address: '广州市南沙区港' } }
    const fields = correctedFields(written, reading)
    expect(fields).toEqual({
      name: { read: '李朋', given: '李明' },
      ethnicity: { read: '汉', given: '壮' },
      address: { read: '广州市南沙区', given: '广州市南沙区港' },
    })
    expect(correctedValues(fields)).toEqual(written.corrections)
    expect(correctedValues({ name: { read: '李朋', given: '李明' } })).toEqual({})
    expect(correctedFields({ name: '李朋', corrections: {} }, reading)).toEqual({})
  })

  it('makes no claims of the sides of two kinds of card', () => {
    const emblem = { document: 'permanent-resident-card' } as const
    const claims = () => applicantClaims({ name: '李明', corrections: {} }, number, { portrait, emblem })
    expect(claims).toThrow(expect.objectContaining({ code: 'CARD_SIDES_DIFFER' }))
  })
})

it('a phone whose citizen was deleted is free, and one of the same number too', async () => {
  const cloud = createEnrolPorts()
  const key = newHolderKey()
  const free = (numberIndex: string) => requireFreePhone(cloud.ports, key.publicJwk, numberIndex)
  await free('any')
  await enrolCitizen(cloud, 'wxc:alice', { key })
  const [citizen] = cloud.database.dump().citizens as unknown as { _id: string; numberIndex: string }[]
  await free(citizen?.numberIndex ?? '')
  await expect(free('any')).rejects.toMatchObject({ code: 'PHONE_HOLDS_ANOTHER' })
  await cloud.database.in(CITIZENS).remove(citizen?._id ?? '')
  await free('any')
})
