import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { describe, expect, test } from 'vitest'
import { type Enrolment, type EnrolmentEvent, enrolment, NOTHING_YET } from '#citizen/enrol/enrolment'
import type { Selfie } from '#citizen/enrol/live-person'
import { nextStep } from '#citizen/enrol/next-step'
import { NOW } from '#support/clock'

const card = { src: 'card' }
const film: Selfie = { frames: [{ src: 'f0' }, { src: 'f1' }], path: 'enrolments/1/frame-c-' }
const picture: Selfie = { picture: { src: 'selfie' } }
const begunAs = (enrolmentId: string) => ({ enrolmentId, expiresAt: NOW + 900 }) as EnrolBegun
const files = { frames: ['cloud://f0', 'cloud://f1'] }
const reached = (...events: EnrolmentEvent[]) =>
  events.reduce(
    enrolment,
    [
      { type: 'consented' },
      { type: 'photographed', side: 'portrait', card },
      { type: 'photographed', side: 'emblem', card: { src: 'emblem' } },
      { type: 'begun', begun: begunAs('first') },
    ].reduce(enrolment as never, NOTHING_YET) as Enrolment,
  )
const filmed = (selfie: Selfie) => ({ type: 'filmed', selfie }) as const
const failed = (code: string, which?: string, selfie: Selfie = film) =>
  ({ type: 'check-failed', selfie, code, ...(which && { which }) }) as EnrolmentEvent

describe('a film on the phone', () => {
  test('leads on when nothing is wrong with it, and not before', () => {
    const running = reached(filmed(film), { type: 'checking', selfie: film })
    expect([reached(filmed(film)), running].map(nextStep)).toEqual(['selfie', 'selfie'])
    const good = enrolment(running, { type: 'checked', selfie: film, files })
    expect([nextStep(good), good.selfieCheck]).toEqual(['details', { phase: 'good', files }])
  })

  test('that cannot be used is dropped, with the reason for the page that films again', () => {
    const state = reached(filmed(film), failed('FACE_BLURRED', 'selfie'))
    expect(state.selfie).toBeUndefined()
    expect(state).toMatchObject({
      card,
      selfieCheck: { phase: 'failed', code: 'FACE_BLURRED', remedy: 'selfie' },
    })
    expect(nextStep(state)).toBe('selfie')
    expect(enrolment(state, filmed(film)).selfieCheck).toEqual({ phase: 'none' })
  })

  test.each(['OFFLINE', 'SERVICE_SLOW', 'SERVICE_UNAVAILABLE', 'ATTEMPTS_EXHAUSTED', 'APP_DEFECT'] as const)(
    'is kept when nothing was found out: %s; the citizen may go on without',
    (code) => {
      const state = reached(filmed(film), failed(code))
      expect([state.selfie, nextStep(state)]).toEqual([film, 'selfie'])
      const skipped = enrolment(state, { type: 'check-skipped' })
      expect([skipped.selfie, nextStep(skipped)]).toEqual([film, 'details'])
    },
  )

  test('is kept while another photo of the card is taken, and is then looked at again', () => {
    const state = reached(filmed(film), failed('FACE_NOT_FOUND', 'card'))
    expect([state.card, state.selfie, nextStep(state)]).toEqual([undefined, film, 'card'])
    const again = enrolment(state, { type: 'photographed', side: 'portrait', card: { src: 'sharper' } })
    expect([again.selfieCheck, nextStep(again)]).toEqual([{ phase: 'none' }, 'selfie'])
  })

  test('that is good stays good when the card is photographed again', () => {
    const good = reached(filmed(film), { type: 'checked', selfie: film, files })
    const again = enrolment(good, { type: 'photographed', side: 'portrait', card: { src: 'sharper' } })
    expect(again.selfieCheck).toEqual({ phase: 'good', files })
  })

  test('is dropped, and said to be too late, when its enrolment is over or another one is opened', () => {
    const late = { phase: 'failed', code: 'ENROLMENT_EXPIRED', remedy: 'selfie' }
    const over = reached(filmed(film), failed('ENROLMENT_EXPIRED'))
    const anew = reached(filmed(film), { type: 'begun', begun: begunAs('second') })
    for (const state of [over, anew]) expect([state.selfie, state.selfieCheck]).toEqual([undefined, late])
    expect([over.begun, anew.begun?.enrolmentId]).toEqual([undefined, 'second'])
  })

  test('is not changed by what is said of a former one, or while it is submitted', () => {
    const state = reached(filmed(film), filmed(picture))
    expect(enrolment(state, failed('FACE_BLURRED', 'selfie', film))).toBe(state)
    expect(enrolment(state, { type: 'checked', selfie: film, files })).toBe(state)
    const running = reached(filmed(film), { type: 'check-skipped' }, { type: 'advanced', stage: 'checking' })
    expect(enrolment(running, failed('FACE_BLURRED', 'selfie'))).toBe(running)
  })

  test('said to be good after the citizen went on need not be uploaded by the submission', () => {
    const state = reached(filmed(film), { type: 'check-skipped' }, { type: 'checked', selfie: film, files })
    expect(state.selfieCheck).toEqual({ phase: 'good', files })
  })
})

describe('a plain picture on the phone', () => {
  test('is uploaded anew for another enrolment, by its submission', () => {
    const good = reached(filmed(picture), {
      type: 'checked',
      selfie: picture,
      files: { selfie: 'cloud://s' },
    })
    const anew = enrolment(good, { type: 'begun', begun: begunAs('second') })
    expect([anew.selfie, anew.selfieCheck]).toEqual([picture, { phase: 'skipped' }])
  })

  test('is kept, to be checked again, when its enrolment is over', () => {
    const over = reached(filmed(picture), failed('ENROLMENT_EXPIRED', undefined, picture))
    expect(over).toMatchObject({ selfie: picture, selfieCheck: { phase: 'failed', remedy: 'resubmit' } })
    expect(over.begun).toBeUndefined()
  })
})
