import { NanshaError } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { describe, expect, test } from 'vitest'
import { createCounterSession } from '#citizen/enrol/counter-session'
import { NOW } from '#support/clock'

const application = { applicationId: 'application-00001', code: '12345678', expiresAt: NOW + 3600 }
const held = { key: createHolderKey(new Uint8Array(48).fill(7)), credential: 'a.b.c~' }

const begun = {
  applicationId: 'application-00001',
  audience: 'https://id.example',
  nonce: 'n',
  expiresAt: NOW + 3600,
}
const child = { place: 2, credential: 'a.b.c~', portrait: 'UklGR' }

function session(
  answers: (typeof held | typeof child | undefined | NanshaError)[],
  refusals: NanshaError[] = [],
  recovered?: number,
) {
  const kept: unknown[] = []
  let [applied, opened] = [0, 0]
  const created = createCounterSession({
    begin: async () => {
      opened++
      return begun
    },
    apply: async (_, forChild) => {
      applied++
      const refusal = refusals.shift()
      if (refusal) throw refusal
      return forChild ? { ...application, forChild: true } : application
    },
    keepChild: async (issued) => void kept.push(issued),
    recoverChild: async () => recovered,
    collect: async () => {
      const answer = answers.shift()
      if (answer instanceof NanshaError) throw answer
      return answer
    },
    keep: async (granted) => void kept.push(granted),
  })
  return { ...created, kept, applied: () => applied, begun: () => opened }
}

describe('createCounterSession', () => {
  test('shows one code however often it is tapped, and waits', async () => {
    const { apply, store, applied } = session([])
    await Promise.all([apply(false), apply(false)])
    await apply(false)
    expect(applied()).toBe(1)
    expect(store.get()).toEqual({ phase: 'waiting', application })
  })

  test('keeps the credential once the officer approved, and asks no more', async () => {
    const { apply, collect, store, kept } = session([undefined, held])
    await apply(false)
    await collect()
    expect(store.get().phase).toBe('waiting')
    await collect()
    await collect()
    expect(kept).toEqual([held])
    expect(store.get()).toEqual({ phase: 'issued' })
  })

  test('a lost answer does not lose the code', async () => {
    const { apply, collect, store } = session([new NanshaError('OFFLINE'), held])
    await apply(false)
    await collect()
    expect(store.get().phase).toBe('waiting')
    await collect()
    expect(store.get().phase).toBe('issued')
  })

  test('an expired code says so, and another can be had', async () => {
    const { apply, collect, store } = session([new NanshaError('ENROLMENT_EXPIRED')])
    await apply(false)
    await collect()
    expect(store.get()).toEqual({ phase: 'failed', code: 'ENROLMENT_EXPIRED' })
    await apply(false)
    expect(store.get().phase).toBe('waiting')
  })

  test('keeps the card of a child apart from the identity, and says where it is', async () => {
    const { apply, collect, store, kept } = session([child])
    await apply(true)
    await collect()
    expect(kept).toEqual([child])
    expect(store.get()).toEqual({ phase: 'issued', child: 2 })
  })

  test('a child’s card whose answer was lost is fetched', async () => {
    const { apply, collect, store } = session([new NanshaError('ENROLMENT_UNKNOWN')], [], 1)
    await apply(true)
    await collect()
    expect(store.get()).toEqual({ phase: 'issued', child: 1 })
  })

  test('an application that an officer refused is over', async () => {
    const { apply, collect, store } = session([new NanshaError('ENROLMENT_UNKNOWN')])
    await apply(true)
    await collect()
    expect(store.get()).toEqual({ phase: 'failed', code: 'ENROLMENT_UNKNOWN' })
  })

  test('the unlock of who vouches for a child goes on with the same application', async () => {
    const { apply, store, begun } = session([], [new NanshaError('UNLOCK_REQUIRED')])
    await apply(true)
    expect(store.get()).toEqual({ phase: 'failed', code: 'UNLOCK_REQUIRED' })
    await apply(true)
    expect(store.get().phase).toBe('waiting')
    expect(begun()).toBe(1)
  })
})
