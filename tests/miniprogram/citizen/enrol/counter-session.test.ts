import { NanshaError } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { describe, expect, test } from 'vitest'
import { createCounterSession } from '#citizen/enrol/counter-session'
import { NOW } from '#support/clock'

const application = { applicationId: 'application-00001', code: '12345678', expiresAt: NOW + 3600 }
const held = { key: createHolderKey(new Uint8Array(48).fill(7)), credential: 'a.b.c~' }

function session(answers: (typeof held | undefined | NanshaError)[]) {
  const kept: unknown[] = []
  let applied = 0
  const created = createCounterSession({
    apply: async () => {
      applied++
      return application
    },
    collect: async () => {
      const answer = answers.shift()
      if (answer instanceof NanshaError) throw answer
      return answer
    },
    keep: async (granted) => void kept.push(granted),
  })
  return { ...created, kept, applied: () => applied }
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
})
