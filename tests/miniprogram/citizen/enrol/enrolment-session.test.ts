import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { describe, expect, test } from 'vitest'
import { NOTHING_YET } from '#citizen/enrol/enrolment'
import { createEnrolmentSession, type SessionPorts } from '#citizen/enrol/enrolment-session'
import type { Given } from '#citizen/enrol/submit-enrolment'
import type { Granted } from '#citizen/wallet/held-credential'
import { NOW, NOW_MS } from '#support/clock'

const details = { name: '李明', idNumber: '11010519491231002X' }
const held = { key: createHolderKey(new Uint8Array(48).fill(7)), credential: 'a.b.c~' }
const SELFIE = { picture: { src: 'selfie' } }

function session(
  submitGiven: SessionPorts['submitGiven'],
  keep: SessionPorts['keep'] = async () => {},
  unread: { portrait?: ErrorCode; emblem?: ErrorCode } = {},
  checkSelfie: SessionPorts['checkSelfie'] = async () => ({ selfie: 'cloud://selfie' }),
) {
  const discarded: string[] = []
  const calls: string[] = []
  let serial = 0
  const created = createEnrolmentSession({
    now: () => NOW_MS,
    begin: async () => {
      calls.push('begin')
      return { enrolmentId: `enrolment-${++serial}`, expiresAt: NOW_MS / 1000 + 900 } as EnrolBegun
    },
    abandon: async ({ enrolmentId }) => calls.push(`abandon ${enrolmentId}`),
    uploadCard: async (_begun, _side, { src }) => {
      calls.push(`upload ${src}`)
      return `cloud://${src}`
    },
    readCard: async ({ enrolmentId }, side, file) => {
      calls.push(`read ${file}`)
      const code = unread[side]
      return code ? { phase: 'unread', code } : { phase: 'read', enrolmentId, fields: {} }
    },
    checkSelfie: async (begun, selfie) => {
      calls.push(`check in ${begun.enrolmentId}`)
      return checkSelfie(begun, selfie)
    },
    submitGiven,
    keep,
    discardPicture: ({ src }) => discarded.push(src),
  })
  created.store.dispatch({ type: 'consented' })
  created.store.dispatch({ type: 'photographed', side: 'portrait', card: { src: 'card' } })
  created.store.dispatch({ type: 'photographed', side: 'emblem', card: { src: 'emblem' } })
  created.store.dispatch({ type: 'filmed', selfie: SELFIE })
  created.store.dispatch({ type: 'checked', selfie: SELFIE, files: { selfie: 'cloud://selfie' } })
  created.store.dispatch({ type: 'described', details })
  return { ...created, discarded, calls }
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
    expect(discarded).toEqual(['card', 'emblem', 'selfie'])
    expect(store.get().submission.phase).toBe('issued')
  })

  test('a postponed credential is kept too, and is not called issued', async () => {
    const postponed = { key: held.key, enrolmentId: 'enrolment-0000001', readyAt: NOW + 86_400 }
    const kept: Granted[] = []
    const { submit, store, discarded } = session(
      async () => postponed,
      async (granted) => void kept.push(granted),
    )
    await submit()
    expect(kept).toEqual([postponed])
    expect(discarded).toEqual(['card', 'emblem', 'selfie'])
    expect(store.get().submission).toEqual({ phase: 'postponed', readyAt: NOW + 86_400 })
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
      throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: NOW + 900 })
    })
    await submit()
    expect(store.get().submission).toMatchObject({ remedy: 'counter', retryAt: NOW + 900 })
  })

  test('a credential that could not be stored is not called issued', async () => {
    const { submit, store } = session(
      async () => held,
      async () => {
        throw new Error('storage is full')
      },
    )
    await submit()
    expect(store.get().submission).toMatchObject({ phase: 'refused', code: 'APP_DEFECT' })
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
    const { discarded, store } = session(async () => held)
    store.dispatch({ type: 'filmed', selfie: { picture: { src: 'better' } } })
    expect(store.get().selfie).toEqual({ picture: { src: 'better' } })
    expect(discarded).toEqual(['selfie'])
  })

  test('opens one enrolment however many ask for it at once, and has the card read in it', async () => {
    const { prepare, readCard, store, calls } = session(async () => held)
    await Promise.all([prepare(), readCard('portrait'), prepare()])
    expect(calls).toEqual(['begin', 'upload card', 'read cloud://card'])
    expect(store.get()).toMatchObject({ cardFile: 'cloud://card', reading: { phase: 'read' } })
  })

  test('submits in the enrolment that is open', async () => {
    const given: Given[] = []
    const { readCard, submit, calls } = session(async (submitted) => {
      given.push(submitted)
      return held
    })
    await readCard('portrait')
    await readCard('emblem')
    const before = calls.length
    await submit()
    expect(given).toMatchObject([{ begun: { enrolmentId: 'enrolment-1' }, cardFile: 'cloud://card' }])
    expect(calls).toHaveLength(before)
  })

  test.each([
    ['portrait', 'CARD_GLARE', { remedy: 'card' }],
    ['emblem', 'CARD_BLURRED', { remedy: 'emblem' }],
    ['emblem', 'CARD_EXPIRED', { remedy: 'new-card' }],
    ['emblem', 'CARD_NOT_YET_VALID', { remedy: 'new-card' }],
    ['emblem', 'OFFLINE', { remedy: 'resubmit' }],
  ] as const)('submits nothing while the %s side is unread: %s', async (side, code, remedy) => {
    const { submit, store } = session(() => expect.unreachable(), undefined, { [side]: code })
    await submit()
    expect(store.get().submission).toMatchObject({ phase: 'refused', code, ...remedy })
  })

  test('after a refusal the card is read again in a new enrolment, and only then submitted', async () => {
    const given: Given[] = []
    const { readCard, submit, calls } = session(async (submitted) => {
      given.push(submitted)
      throw new NanshaError('PROOFING_REFUSED')
    })
    await readCard('portrait')
    await readCard('emblem')
    await submit()
    await submit()
    expect(given.map(({ begun }) => begun?.enrolmentId)).toEqual(['enrolment-1', 'enrolment-2'])
    const read = (side: string) => [`upload ${side}`, `read cloud://${side}`]
    expect(calls.slice(5).sort()).toEqual(['begin', ...read('card'), ...read('emblem')].sort())
  })

  test('a new enrolment reads what the former knew as soon as it is opened, once', async () => {
    const { readCard, prepare, submit, calls } = session(async (given) => {
      if (given.begun.enrolmentId === 'enrolment-1') throw new NanshaError('PROOFING_RETRY')
      return held
    })
    await readCard('portrait')
    await readCard('emblem')
    await submit()
    const before = calls.length
    await prepare()
    await submit()
    expect(calls.slice(before).filter((call) => call.startsWith('read'))).toEqual([
      'read cloud://card',
      'read cloud://emblem',
    ])
  })

  test('a card that cannot be uploaded is no refusal', async () => {
    const { readCard, store, prepare } = session(async () => held)
    await prepare()
    store.dispatch({ type: 'photographed', side: 'portrait', card: { src: 'other' } })
    const failing = createEnrolmentSession({
      ...unusedPorts,
      uploadCard: async () => {
        throw new NanshaError('OFFLINE')
      },
    })
    failing.store.dispatch({ type: 'photographed', side: 'portrait', card: { src: 'other' } })
    await failing.readCard('portrait')
    expect(failing.store.get().reading).toEqual({ phase: 'unread', code: 'OFFLINE' })
    await readCard('portrait')
    expect(store.get().reading.phase).toBe('read')
  })

  test('has the selfie looked at once, however often it is asked for, in the enrolment that is open', async () => {
    const { checkSelfie, store, calls } = session(async () => held)
    await Promise.all([checkSelfie(), checkSelfie()])
    expect(calls).toEqual(['begin', 'check in enrolment-1'])
    expect(store.get().selfieCheck).toEqual({ phase: 'good', files: { selfie: 'cloud://selfie' } })
  })

  test('a selfie that cannot be used leaves the phone, and the page knows why', async () => {
    const blurred = async () => Promise.reject(new NanshaError('FACE_BLURRED', { which: 'selfie' }))
    const { checkSelfie, store, discarded } = session(async () => held, undefined, {}, blurred)
    await checkSelfie()
    expect(store.get().selfieCheck).toEqual({ phase: 'failed', code: 'FACE_BLURRED', remedy: 'selfie' })
    expect(discarded).toEqual(['selfie'])
    await checkSelfie()
  })

  test('submits where the selfie lies, once it was looked at', async () => {
    const given: Given[] = []
    const { prepare, checkSelfie, readCard, submit } = session(async (submitted) => {
      given.push(submitted)
      return held
    })
    await prepare()
    await Promise.all([readCard('portrait'), readCard('emblem'), checkSelfie()])
    await submit()
    expect(given).toMatchObject([{ selfieFiles: { selfie: 'cloud://selfie' } }])
  })

  test('asks for another film when the card has to be read in another enrolment than the film’s', async () => {
    const film = { frames: [{ src: 'frame' }], path: 'enrolments/1/frame-c-' }
    const { prepare, submit, store } = session(() => expect.unreachable())
    await prepare()
    const expired = { ...(store.get().begun as EnrolBegun), expiresAt: NOW }
    store.dispatch({ type: 'begun', begun: expired })
    store.dispatch({ type: 'filmed', selfie: film })
    store.dispatch({ type: 'checked', selfie: film, files: { frames: ['cloud://frame'] } })
    await submit()
    expect(store.get().submission).toMatchObject({ phase: 'refused', remedy: 'selfie' })
  })

  test('discarding forgets everything, here and on the server', async () => {
    const { discard, discarded, prepare, store, calls } = session(async () => held)
    await prepare()
    discard()
    expect(store.get()).toEqual(NOTHING_YET)
    expect(discarded).toEqual(['card', 'emblem', 'selfie'])
    expect(calls).toEqual(['begin', 'abandon enrolment-1'])
  })
})

const unusedPorts: SessionPorts = {
  now: () => NOW_MS,
  begin: async () => ({ enrolmentId: 'enrolment-1', expiresAt: NOW_MS / 1000 + 900 }) as EnrolBegun,
  abandon: async () => {},
  uploadCard: async () => 'cloud://card',
  readCard: async () => ({ phase: 'none' }),
  checkSelfie: async () => ({ selfie: 'cloud://selfie' }),
  submitGiven: async () => held,
  keep: async () => {},
  discardPicture: () => {},
}
