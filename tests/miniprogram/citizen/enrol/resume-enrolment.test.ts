import type { EnrolBegun } from '@nansha/shared/api/enrol'
import type { ErrorCode } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { NOTHING_YET } from '#citizen/enrol/enrolment'
import { createEnrolmentSession, type EnrolmentSession } from '#citizen/enrol/enrolment-session'
import { nextStep } from '#citizen/enrol/next-step'
import { rememberEnrolment } from '#citizen/enrol/remember-enrolment'
import type { Given } from '#citizen/enrol/submit-enrolment'
import { type KeptEnrolment, readKeptEnrolment, stepAfter } from '#citizen/parts/kept-enrolment'
import { recallEnrolment } from '#citizen/parts/recall-enrolment'
import { UNFINISHED } from '#citizen/parts/unfinished-enrolment'
import { NOW, NOW_MS } from '#support/clock'
import { eventually } from '#support/eventually'
import { createMemoryStorage } from '../../support/memory-storage'

const BEGUN: EnrolBegun = {
  enrolmentId: 'enrolment-0000001',
  audience: 'https://id.example',
  nonce: 'nonce',
  expiresAt: NOW + 900,
  capture: 'guided',
  networkId: false,
  uploads: { card: 'enrolments/1/card', emblem: 'enrolments/1/emblem', selfie: 'enrolments/1/selfie' },
}
const FILM = { frames: [{ src: 'one' }, { src: 'two' }], path: 'enrolments/1/frame-c-' }
const FRAMES = { frames: ['cloud://e/frame-c-0', 'cloud://e/frame-c-1'] }
const DETAILS = { name: '李明', idNumber: '11010519491231002X' }
const KEPT: KeptEnrolment = {
  begun: BEGUN,
  card: 'cloud://e/card',
  emblem: 'cloud://e/emblem',
  selfie: FRAMES,
}

const given: Given[] = []
const calls: string[] = []
const discarded: string[] = []

/** A session of one start of the app. @param unread why the server reads no card any more */
function startSession(storage = createMemoryStorage(), unread?: ErrorCode): EnrolmentSession {
  const session = createEnrolmentSession({
    now: () => NOW_MS,
    begin: async () => {
      calls.push('begin')
      return { ...BEGUN, enrolmentId: 'enrolment-0000002' }
    },
    abandon: async () => undefined,
    uploadCard: async (_begun, _side, { src }) => {
      calls.push(`upload ${src}`)
      return `cloud://e/${src}`
    },
    readCard: async ({ enrolmentId }, _side, file) => {
      calls.push(`read ${file}`)
      return unread ? { phase: 'unread', code: unread } : { phase: 'read', enrolmentId, fields: {} }
    },
    checkSelfie: async () => FRAMES,
    submitGiven: async (submitted) => {
      given.push(submitted)
      return { key: createHolderKey(new Uint8Array(48).fill(7)), credential: 'a.b.c~' }
    },
    keep: async () => undefined,
    discardPicture: ({ src }) => discarded.push(src),
  })
  rememberEnrolment(session.store, storage)
  return session
}

async function giveAll({ store, readCard, checkSelfie }: EnrolmentSession): Promise<void> {
  store.dispatch({ type: 'consented' })
  store.dispatch({ type: 'begun', begun: BEGUN })
  store.dispatch({ type: 'photographed', side: 'portrait', card: { src: 'card' } })
  await readCard('portrait')
  store.dispatch({ type: 'photographed', side: 'emblem', card: { src: 'emblem' } })
  await readCard('emblem')
  store.dispatch({ type: 'filmed', selfie: FILM })
  await checkSelfie()
}

describe('an enrolment when the app is closed in the middle', () => {
  beforeEach(() => {
    for (const recorded of [given, calls, discarded]) recorded.length = 0
    UNFINISHED.dispatch(undefined)
  })

  test('leaves on the phone where its parts lie, and nothing that a card says', async () => {
    const storage = createMemoryStorage()
    await giveAll(startSession(storage))
    await eventually(async () => expect(await readKeptEnrolment(storage)).toEqual(KEPT))
    expect(Object.keys(JSON.parse((await storage.get('enrolment')) ?? ''))).toEqual([
      'begun',
      'card',
      'emblem',
      'selfie',
    ])
  })

  test('is gone on with after the film: the card is read again, nothing is taken or sent again', async () => {
    const { resume, store, submit } = startSession()
    await resume(KEPT)
    expect(calls).toEqual(['read cloud://e/card', 'read cloud://e/emblem'])
    expect(nextStep(store.get())).toBe('details')
    store.dispatch({ type: 'described', details: DETAILS })
    await submit()
    expect(given).toMatchObject([{ begun: BEGUN, cardFile: KEPT.card, selfieFiles: FRAMES }])
    expect(discarded).toEqual([])
  })

  test.each([
    [{ begun: BEGUN }, 'card'],
    [{ begun: BEGUN, card: 'cloud://e/card' }, 'emblem'],
    [{ begun: BEGUN, card: 'cloud://e/card', emblem: 'cloud://e/emblem' }, 'selfie'],
    [KEPT, 'details'],
  ] as const)('is gone on with where it was: %#', async (kept, step) => {
    const { resume, store } = startSession()
    await resume(kept)
    expect([stepAfter(kept), nextStep(store.get())]).toEqual([step, step])
  })

  test('begins from its beginning once the server holds it no more, and says so', async () => {
    const storage = createMemoryStorage()
    const { resume, store } = startSession(storage, 'ENROLMENT_EXPIRED')
    await resume(KEPT)
    expect(store.get()).toEqual({ ...NOTHING_YET, isLapsed: true })
    await eventually(async () => expect(await storage.get('enrolment')).toBeUndefined())
    store.dispatch({ type: 'consented' })
    expect(store.get().isLapsed).toBe(false)
  })

  test('begins from its beginning when too little of its time is left', async () => {
    const storage = createMemoryStorage()
    const kept = { ...KEPT, begun: { ...BEGUN, expiresAt: NOW + 100 } }
    await storage.set('enrolment', JSON.stringify(kept))
    const { resume, store } = startSession(storage)
    await resume(kept)
    expect(store.get()).toEqual({ ...NOTHING_YET, isLapsed: true })
    expect(calls).toEqual([])
    await eventually(async () => expect(await storage.get('enrolment')).toBeUndefined())
  })

  test('stays open while there is no network, and is read once there is', async () => {
    const { resume, store } = startSession(undefined, 'OFFLINE')
    await resume(KEPT)
    expect(store.get()).toMatchObject({ isLapsed: false, reading: { phase: 'unread', code: 'OFFLINE' } })
    expect(nextStep(store.get())).toBe('details')
  })

  test('asks for everything that the phone no longer has once it was refused', async () => {
    const { resume, store, submit } = startSession()
    await resume(KEPT)
    store.dispatch({ type: 'described', details: DETAILS })
    await submit()
    store.dispatch({ type: 'advanced', stage: 'checking' })
    store.dispatch({ type: 'refused', code: 'PROOFING_RETRY' })
    const { card, emblem, selfie, begun } = store.get()
    expect({ card, emblem, selfie, begun }).toEqual({})
  })

  test('does not replace what was given since the app was opened', async () => {
    const session = startSession()
    session.store.dispatch({ type: 'consented' })
    session.store.dispatch({ type: 'photographed', side: 'portrait', card: { src: 'new' } })
    await session.resume(KEPT)
    expect(session.store.get().card).toEqual({ src: 'new' })
  })

  test('is forgotten by the phone when it ends or is given up', async () => {
    const storage = createMemoryStorage()
    const session = startSession(storage)
    await session.resume(KEPT)
    await eventually(async () => expect(await storage.get('enrolment')).toBeDefined())
    session.discard()
    await eventually(async () => expect(await storage.get('enrolment')).toBeUndefined())
  })
})

describe('recallEnrolment', () => {
  beforeEach(() => UNFINISHED.dispatch(undefined))

  const recall = async (kept: unknown, now = NOW_MS) => {
    const storage = createMemoryStorage()
    await storage.set('enrolment', typeof kept === 'string' ? kept : JSON.stringify(kept))
    const asked: unknown[] = []
    const ask = async <T>(_name: string, event: object) => asked.push(event) as T
    await recallEnrolment({ storage, ask, now: () => now })
    return { storage, asked }
  }

  test('offers to go on, until when, and to forget it here and on the server', async () => {
    const { storage, asked } = await recall(KEPT)
    const unfinished = UNFINISHED.get()
    expect(unfinished).toMatchObject({ step: 'details', until: BEGUN.expiresAt, kept: KEPT })
    unfinished?.discard()
    expect(UNFINISHED.get()).toBeUndefined()
    expect(asked).toEqual([{ action: 'cancel', enrolmentId: BEGUN.enrolmentId }])
    await eventually(async () => expect(await storage.get('enrolment')).toBeUndefined())
  })

  test('forgets one whose time is over', async () => {
    const { storage } = await recall(KEPT, BEGUN.expiresAt * 1000)
    expect(UNFINISHED.get()).toBeUndefined()
    expect(await storage.get('enrolment')).toBeUndefined()
  })

  test('offers nothing for whatever else lies there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await recall(text)
        expect(UNFINISHED.get()).toBeUndefined()
      }),
    )
  })
})
