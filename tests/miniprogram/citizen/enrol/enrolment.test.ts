import type { Picture } from '@nansha/kit/camera/picture'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { describe, expect, test } from 'vitest'
import {
  type Enrolment,
  type EnrolmentEvent,
  enrolment,
  heldPictures,
  NOTHING_YET,
} from '#citizen/enrol/enrolment'
import type { Selfie } from '#citizen/enrol/live-person'
import { nextStep } from '#citizen/enrol/next-step'
import { NOW } from '#support/clock'

const picture = (src: string): Picture => ({ src })
const details = { name: '李明', idNumber: '11010519491231002X' }
const selfie: Selfie = { picture: picture('selfie') }
const given: EnrolmentEvent[] = [
  { type: 'consented' },
  { type: 'photographed', side: 'portrait', card: picture('card') },
  { type: 'photographed', side: 'emblem', card: picture('emblem') },
  { type: 'filmed', selfie },
  { type: 'checked', selfie, files: { selfie: 'cloud://selfie' } },
  { type: 'described', details },
]
const begun = { enrolmentId: 'enrolment-0000001', expiresAt: NOW + 900 } as EnrolBegun
const reached = (...events: EnrolmentEvent[]) => events.reduce(enrolment, NOTHING_YET)
const running = reached(...given, { type: 'advanced', stage: 'checking' })
const refusedWith = (event: Omit<Extract<EnrolmentEvent, { type: 'refused' }>, 'type'>) =>
  enrolment(running, { type: 'refused', ...event })

/** Another selfie, with which nothing is wrong. */
function takenAgain(state: Enrolment): Enrolment {
  const selfie = { picture: picture('again') }
  const seen = { type: 'checked', selfie, files: { selfie: 'cloud://again' } } as const
  return enrolment(enrolment(state, { type: 'filmed', selfie }), seen)
}

describe('enrolment', () => {
  test('leads from the notice to submitting, one missing answer at a time', () => {
    const steps = given.map((_, i) => nextStep(reached(...given.slice(0, i))))
    expect([...steps, nextStep(reached(...given))]).toEqual([
      'notice',
      'card',
      'emblem',
      'selfie',
      'selfie',
      'details',
      'submit',
    ])
  })

  test('while a submission runs no answer can be changed under it', () => {
    for (const event of [...given, { type: 'retry' }, { type: 'discarded' }] as EnrolmentEvent[]) {
      expect(enrolment(running, event)).toBe(running)
    }
  })

  test('cancelling keeps what was given', () => {
    expect(enrolment(running, { type: 'cancelled' })).toEqual(reached(...given, { type: 'check-skipped' }))
  })

  test('an answer after cancelling changes nothing', () => {
    const cancelled = enrolment(running, { type: 'cancelled' })
    expect(enrolment(cancelled, { type: 'refused', code: 'PROOFING_RETRY' })).toBe(cancelled)
    expect(enrolment(cancelled, { type: 'issued' })).toBe(cancelled)
  })

  test('once issued, photographs and number are gone from memory', () => {
    const issued = enrolment(running, { type: 'issued' })
    expect(issued).toEqual({
      isLapsed: false,
      consent: false,
      reading: { phase: 'none' },
      emblemReading: { phase: 'none' },
      selfieCheck: { phase: 'none' },
      submission: { phase: 'issued' },
    } satisfies Enrolment)
    expect(heldPictures(issued)).toEqual([])
  })

  test.each([
    ['FACE_NOT_FOUND', 'selfie', 'selfie'],
    ['FACE_NOT_FOUND', 'card', 'card'],
    ['IMAGE_TOO_LARGE', 'card', 'card'],
    ['CARD_GLARE', undefined, 'card'],
    ['CARD_GLARE', 'emblem', 'emblem'],
    ['CARD_UNREAD', 'card', 'card'],
    ['LIVENESS_ACTION', undefined, 'selfie'],
  ] as const)('%s of %s asks for the %s again and for nothing else', (code, which, step) => {
    const retried = enrolment(refusedWith({ code, ...(which && { which }) }), { type: 'retry' })
    expect(nextStep(retried)).toBe(step)
    const again = picture('again')
    const mended =
      step === 'selfie'
        ? takenAgain(retried)
        : enrolment(retried, {
            type: 'photographed',
            side: step === 'card' ? 'portrait' : 'emblem',
            card: again,
          })
    // Another photo of the card is read anew, and what was read is compared anew.
    const compared = enrolment(mended, { type: 'described', details })
    expect([nextStep(mended), nextStep(compared)]).toEqual([
      step === 'selfie' ? 'submit' : 'details',
      'submit',
    ])
  })

  test('PROOFING_RETRY has the person filmed again, and what was read compared again', () => {
    const retried = enrolment(refusedWith({ code: 'PROOFING_RETRY' }), { type: 'retry' })
    const filmed = takenAgain(retried)
    const compared = enrolment(filmed, { type: 'described', details })
    expect([retried, filmed, compared].map(nextStep)).toEqual(['selfie', 'details', 'submit'])
  })

  test('consent that the server does not have is asked for again', () => {
    const retried = enrolment(refusedWith({ code: 'CONSENT_REQUIRED' }), { type: 'retry' })
    expect(nextStep(retried)).toBe('notice')
  })

  test.each(['SERVICE_UNAVAILABLE', 'OFFLINE', 'ENROLMENT_EXPIRED'] as const)(
    '%s can be sent again as it is',
    (code) => {
      expect(enrolment(refusedWith({ code }), { type: 'retry' })).toEqual(
        reached(...given, { type: 'check-skipped' }),
      )
    },
  )

  test.each([
    ['NUMBER_CHECKSUM', 'card'],
    ['PROOFING_RETRY', 'again'],
    ['PROOFING_REFUSED', 'counter'],
    ['ATTEMPTS_EXHAUSTED', 'counter'],
    ['CONSENT_REQUIRED', 'notice'],
  ] as const)('%s is mended at the %s', (code, remedy) => {
    expect(refusedWith({ code }).submission).toEqual({ phase: 'refused', code, remedy })
  })

  test('what was asked of the person is asked again after any refusal, a plain picture is not', () => {
    const selfie = { frames: [picture('frame')], path: 'enrolments/1/frame-c-' }
    const filmed = reached(...given, { type: 'filmed', selfie }, { type: 'begun', begun })
    const refused = [
      { type: 'advanced', stage: 'checking' },
      { type: 'refused', code: 'OFFLINE' },
    ] as const
    const after = refused.reduce<Enrolment>(enrolment, filmed)
    expect(nextStep(enrolment(after, { type: 'retry' }))).toBe('selfie')
    expect(after.begun).toBeUndefined()
    expect(nextStep(enrolment(refusedWith({ code: 'OFFLINE' }), { type: 'retry' }))).toBe('submit')
  })

  test('the reading of a card that was taken again since changes nothing', () => {
    const first = picture('first')
    const second = picture('second')
    const taken = reached(
      { type: 'photographed', side: 'portrait', card: first },
      { type: 'reading', card: first },
    )
    const retaken = enrolment(taken, { type: 'photographed', side: 'portrait', card: second })
    expect(retaken.reading).toEqual({ phase: 'none' })
    expect(enrolment(retaken, { type: 'uploaded', card: first, file: 'cloud://x' })).toBe(retaken)
    expect(
      enrolment(retaken, {
        type: 'read',
        card: first,
        reading: { phase: 'read', enrolmentId: '1', fields: {} },
      }),
    ).toBe(retaken)
  })

  test('each side of the card is read for itself', () => {
    const emblem = picture('emblem')
    const read = { phase: 'read', enrolmentId: '1', fields: {} } as const
    const taken = reached(...given, { type: 'photographed', side: 'emblem', card: emblem })
    const after = enrolment(taken, { type: 'read', card: emblem, reading: read })
    expect(after).toMatchObject({ emblemReading: read, reading: { phase: 'none' } })
    expect(enrolment(after, { type: 'uploaded', card: emblem, file: 'cloud://x' }).cardFile).toBeUndefined()
  })
})
