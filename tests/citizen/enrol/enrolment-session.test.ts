import { NanshaError } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { describe, expect, test } from 'vitest'
import {
  createEnrolmentSession,
  type SessionPorts,
} from '../../../miniprogram/citizen/src/enrol/enrolment-session'
import type { Granted } from '../../../miniprogram/citizen/src/wallet/held-credential'

const details = { name: '林小满', idNumber: '11010519491231002X' }
const held = { key: createHolderKey(new Uint8Array(48).fill(7)), credential: 'a.b.c~' }

function session(submitGiven: SessionPorts['submitGiven'], keep: SessionPorts['keep'] = async () => {}) {
  const discarded: string[] = []
  const created = createEnrolmentSession({
    submitGiven,
    keep,
    discardPicture: ({ src }) => discarded.push(src),
  })
  created.store.dispatch({ type: 'consented' })
  created.photograph('card', { src: 'card' })
  created.store.dispatch({ type: 'described', details })
  created.photograph('selfie', { src: 'selfie' })
  return { ...created, discarded }
}

describe('createEnrolmentSession', () => {
  test('keeps the credential, then removes both pictures from the phone', async () => {
    const kept: Granted[] = []
    const { submit, store, discarded } = session(
      async () => held,
      async (given) => void kept.push(given),
    )
    await submit()
    expect(kept).toEqual([held])
    expect(discarded).toEqual(['card', 'selfie'])
    expect(store.get().submission.phase).toBe('issued')
  })

  test('a postponed credential is kept too, and is not called issued', async () => {
    const postponed = { key: held.key, enrolmentId: 'enrolment-0000001', readyAt: 1_800_086_400 }
    const kept: Granted[] = []
    const { submit, store, discarded } = session(
      async () => postponed,
      async (granted) => void kept.push(granted),
    )
    await submit()
    expect(kept).toEqual([postponed])
    expect(discarded).toEqual(['card', 'selfie'])
    expect(store.get().submission).toEqual({ phase: 'postponed', readyAt: 1_800_086_400 })
  })

  test('a second tap does not submit twice', async () => {
    let submissions = 0
    const { submit } = session(async () => {
      submissions++
      return held
    })
    await Promise.all([submit(), submit(), submit()])
    expect(submissions).toBe(1)
  })

  test('a refusal keeps the pictures and says what to do again', async () => {
    const { submit, store, discarded } = session(async () => {
      throw new NanshaError('FACE_NOT_FOUND', { which: 'card' })
    })
    await submit()
    expect(store.get().submission).toEqual({ phase: 'refused', code: 'FACE_NOT_FOUND', remedy: 'card' })
    expect(discarded).toEqual([])
  })

  test('a lock-out says when it ends', async () => {
    const { submit, store } = session(async () => {
      throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: 1_800_000_900 })
    })
    await submit()
    expect(store.get().submission).toMatchObject({ remedy: 'counter', retryAt: 1_800_000_900 })
  })

  test('a credential that could not be stored is not called issued', async () => {
    const { submit, store } = session(
      async () => held,
      async () => {
        throw new Error('storage is full')
      },
    )
    await submit()
    expect(store.get().submission).toMatchObject({ phase: 'refused', code: 'SERVICE_UNAVAILABLE' })
  })

  test('cancelling in time leaves everything as it was given', async () => {
    const { submit, cancel, store } = session(async (_given, { isCancelled }) => {
      await Promise.resolve()
      return isCancelled() ? undefined : held
    })
    const submitted = submit()
    cancel()
    await submitted
    expect(store.get()).toMatchObject({ details, submission: { phase: 'none' } })
  })

  test('a picture taken again replaces the first, which leaves the phone', () => {
    const { photograph, discarded, store } = session(async () => held)
    photograph('selfie', { src: 'better' })
    expect(store.get().selfie).toEqual({ src: 'better' })
    expect(discarded).toEqual(['selfie'])
  })

  test('discarding forgets everything', () => {
    const { discard, discarded, store } = session(async () => held)
    discard()
    expect(store.get()).toEqual({ consent: false, submission: { phase: 'none' } })
    expect(discarded).toEqual(['card', 'selfie'])
  })
})
