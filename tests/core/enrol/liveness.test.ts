import { FaceFault } from '@nansha/core/clients/face-answer'
import { answerStep } from '@nansha/core/enrol/answer-step'
import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { CONSENT_VERSION, type EnrolBegun, type EnrolEvent } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { NanshaError } from '@nansha/shared/errors'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../../support/enrol-ports'
import { RESIDENT_NUMBER, readSides, uploadFrames } from '../../support/enrolled-citizen'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
let asked: Parameters<EnrolPorts['checkLiveness']>[]
beforeEach(() => {
  cloud = createEnrolPorts()
  asked = []
  const { liveness } = cloud.world
  cloud.world.liveness = (...question) => {
    asked.push(question)
    return liveness(...question)
  }
})

const begin = () =>
  beginEnrolment(cloud.ports, alice, { action: 'begin', consent: { face: true, version: CONSENT_VERSION } })
const challenge = ({ enrolmentId }: EnrolBegun) => askChallenge(cloud.ports, alice, enrolmentId)
const digest = (text: string) => photoDigest(Buffer.from(text))
const answer = ({ enrolmentId }: EnrolBegun, step: number, ...digests: string[]) =>
  answerStep(cloud.ports, alice, { action: 'answer-step', enrolmentId, step, digests })
/** The answers of all four steps, half a second each. */
async function answerAll(begun: EnrolBegun) {
  for (const [step, frames] of [['a', 'b'], ['c'], ['d'], ['e']].entries()) {
    cloud.clock.now += 500
    await answer(begun, step, ...frames.map(digest))
  }
}

let captures = 0
const film = (begun: EnrolBegun, capture = captures++) =>
  uploadFrames(cloud, alice, begun, ({ request }, number) => `${request} ${number} ${capture}`)
const submit = async (begun: EnrolBegun, frames: string[] | undefined, files: object = { frames }) => {
  const card = await readSides(cloud, alice, begun)
  return submitEnrolment(cloud.ports, alice, {
    action: 'submit',
    enrolmentId: begun.enrolmentId,
    name: '李明',
    idNumber: RESIDENT_NUMBER,
    files: { card, ...files },
    proof: createProofOfPossession({
      key: newHolderKey(),
      audience: begun.audience,
      nonce: begun.nonce,
      issuedAt: unixSeconds(cloud.clock.now),
    }),
  } satisfies EnrolEvent)
}
const UNANSWERED = { code: 'LIVENESS_TIMING', details: { which: 'selfie' } }
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    ({ code }: NanshaError) => code,
  )

describe('a challenge', () => {
  it('is told step by step, under a path that nobody could have known', async () => {
    const begun = await begin()
    const first = await challenge(begun)
    const [drawn] = cloud.database.dump().enrolments as unknown as [
      { challenge: { id: string; actions: [] } },
    ]
    const { id, actions } = drawn.challenge
    expect(first).toEqual({
      frames: `enrolments/${begun.enrolmentId}/frame-${id}-`,
      steps: 4,
      step: { number: 0, request: 'look-straight' },
      expiresAt: cloud.clock.now / 1000 + 120,
    })
    const told: unknown[] = []
    for (const [step, frames] of [['a', 'b'], ['c'], ['d'], ['e']].entries()) {
      cloud.clock.now += 500
      told.push((await answer(begun, step, ...frames.map(digest))).step)
    }
    expect(told).toEqual([...actions.map((request, index) => ({ number: index + 1, request })), null])
  })

  it('ends with the colours of the screen where light is asked for', async () => {
    cloud.ports = { ...cloud.ports, lightChallenge: true }
    const begun = await begin()
    expect((await challenge(begun)).steps).toBe(5)
    await answerAll(begun)
    const last = await answer(begun, 3, digest('e'))
    expect(last).toMatchObject({ step: { number: 4, request: 'light' } })
    expect(last.step).toHaveProperty('colours.length', 6)
    expect(await codeOf(submit(begun, undefined))).toBe('LIVENESS_TIMING')
  })

  it('answers a repeated answer as before, whose answer was lost', async () => {
    const begun = await begin()
    await challenge(begun)
    cloud.clock.now += 500
    const next = await answer(begun, 0, digest('a'), digest('b'))
    const [told] = cloud.database.dump().enrolments ?? []
    expect(told).toMatchObject({
      challenge: {
        answers: [{ digests: [digest('a'), digest('b')] }],
        toldAt: new Date(cloud.clock.now),
        askedAt: new Date(cloud.clock.now - 500),
      },
    })
    cloud.clock.now += 60_000
    expect(await answer(begun, 0, digest('a'), digest('b'))).toEqual(next)
    expect(cloud.database.dump().enrolments).toEqual([told])
  })

  it.each<[string, (begun: EnrolBegun) => Promise<unknown>]>([
    ['with another frame, once it was answered', (begun) => answer(begun, 0, digest('a'), digest('x'))],
    ['before it was told', (begun) => answer(begun, 2, digest('d'))],
    ['with a frame too many', (begun) => answer(begun, 1, digest('c'), digest('x'))],
    ['of former times', (begun) => answer(begun, -1, digest('c'))],
    [
      'sooner than anybody acts',
      async (begun) => {
        cloud.clock.now -= 201
        await answer(begun, 1, digest('c'))
      },
    ],
    [
      'later than half a minute',
      async (begun) => {
        cloud.clock.now += 29_501
        await answer(begun, 1, digest('c'))
      },
    ],
  ])('takes no answer to a step %s', async (_, act) => {
    const begun = await begin()
    await challenge(begun)
    cloud.clock.now += 500
    await answer(begun, 0, digest('a'), digest('b'))
    cloud.clock.now += 500
    await expect(act(begun)).rejects.toMatchObject({
      code: 'LIVENESS_TIMING',
      details: { step: expect.any(Number) },
    })
  })

  it.each([300, 30_000])('takes an answer after %i ms', async (milliseconds) => {
    const begun = await begin()
    await challenge(begun)
    cloud.clock.now += milliseconds
    await expect(answer(begun, 0, digest('a'), digest('b'))).resolves.toHaveProperty('step')
  })

  it('takes no answers without having been drawn, or from somebody else', async () => {
    const begun = await begin()
    await expect(answer(begun, 0, digest('a'), digest('b'))).rejects.toMatchObject({
      code: 'LIVENESS_TIMING',
      details: { step: 0 },
    })
    await challenge(begun)
    const foreign = {
      action: 'answer-step' as const,
      enrolmentId: begun.enrolmentId,
      step: 0,
      digests: ['x'],
    }
    expect(await codeOf(answerStep(cloud.ports, 'wxc:mallory', foreign))).toBe('ENROLMENT_UNKNOWN')
  })

  it('is drawn eight times in one enrolment and no more', async () => {
    const begun = await begin()
    for (let i = 0; i < 8; i++) await challenge(begun)
    expect(await codeOf(challenge(begun))).toBe('ATTEMPTS_EXHAUSTED')
  })

  it('is not drawn again and again by cancelling and beginning anew', async () => {
    const draw = async () => {
      const begun = await begin()
      await challenge(begun)
      await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
    }
    for (let i = 0; i <= 10; i++) await draw()
    await expect(draw()).rejects.toMatchObject({
      code: 'ATTEMPTS_EXHAUSTED',
      details: { retryAt: cloud.clock.now / 1000 + 15 * 60 },
    })
  })
})

describe('a guided capture', () => {
  it('hands exactly what was asked and named to be checked, with the card that was read', async () => {
    const begun = await begin()
    expect(begun.capture).toBe('guided')
    const frames = await film(begun)
    expect(await submit(begun, frames)).toHaveProperty('credential')
    const [{ challenge, frames: named }, card] = asked[0] ?? expect.unreachable()
    expect(named).toEqual(
      ['look-straight', 'look-straight', ...challenge.actions].map((request, number) => ({
        fileId: frames[number],
        digest: digest(`${request} ${number} ${captures - 1}`),
      })),
    )
    expect(card).toEqual({ fileId: expect.stringMatching(/\/card$/), digest: expect.any(String) })
    expect(cloud.files.stored.size).toBe(0)
  })

  it('shows the registry all frames, and desks a straight look that is drawn after they were named', async () => {
    const shown = new Set<string>()
    for (const drawn of [0, 1]) {
      const registry = { ...cloud.ports.registry }
      registry.compare = async ({ photos }) => {
        expect(photos.all).toHaveLength(5)
        shown.add(String(await photos.shown()))
        return 'confirmed'
      }
      cloud.ports = { ...cloud.ports, registry, randomInt: (below) => Math.min(drawn, below - 1) }
      const begun = await begin()
      await submit(begun, await film(begun))
      expect(asked.at(-1)?.[0].shown).toBe(drawn)
    }
    expect([...shown]).toEqual([
      expect.stringMatching(/^look-straight 0 /),
      expect.stringMatching(/^look-straight 1 /),
    ])
  })

  it('gives who reads their details as long as the enrolment is open, once each step was answered in its time', async () => {
    const begun = await begin()
    const frames = await film(begun)
    cloud.clock.now += 10 * 60_000
    await expect(submit(begun, frames)).resolves.toHaveProperty('credential')
    const late = await begin()
    const named = await film(late)
    cloud.clock.now += 16 * 60_000
    expect(await codeOf(submit(late, named))).toBe('ENROLMENT_EXPIRED')
  })

  it('is answered to the end, and not without having been asked', async () => {
    expect(await codeOf(submit(await begin(), undefined, { selfie: 'x' }))).toBe('INPUT_INVALID')
    const short = await begin()
    expect(await codeOf(submit(short, (await film(short)).slice(1)))).toBe('INPUT_INVALID')
    const shorter = await begin()
    const named4 = (await film(shorter)).slice(0, 4)
    await expect(submit(shorter, named4)).rejects.toMatchObject(UNANSWERED)
    const open = await begin()
    const named = await film(open)
    await challenge(open)
    expect(await codeOf(submit(open, named))).toBe('INPUT_INVALID')
    expect(asked).toEqual([])
    expect(cloud.files.stored.size).toBe(0)
  })

  it('cannot be replaced by a selfie', async () => {
    const begun = await begin()
    await film(begun)
    const selfie = await cloud.files.upload(begun.uploads.selfie, Buffer.from('selfie'))
    await expect(submit(begun, undefined, { selfie })).rejects.toMatchObject(UNANSWERED)
  })

  it('does not take files at other paths for frames', async () => {
    const [mine, other] = [await begin(), await begin()]
    const [, ...frames] = await film(mine)
    const [foreign = ''] = await film(other)
    expect(await codeOf(submit(mine, [foreign, ...frames]))).toBe('INPUT_INVALID')
  })

  it('is not answered with the frames of another one', async () => {
    const first = await begin()
    cloud.world.registry = async () => 'unsure'
    expect(await codeOf(submit(first, await film(first, 7)))).toBe('PROOFING_RETRY')
    cloud.world.registry = async () => expect.unreachable()
    const second = await begin()
    expect(await codeOf(submit(second, await film(second, 7)))).toBe('LIVENESS_STILL')
    expect(cloud.database.dump().citizens).toBeUndefined()
  })

  it('that shows no living person does not count against the number, but ends after ten', async () => {
    cloud.world.liveness = () => Promise.reject(new FaceFault('LIVENESS_ACTION', { step: 2 }))
    for (let i = 0; i <= 10; i++) {
      const begun = await begin()
      await expect(submit(begun, await film(begun))).rejects.toMatchObject({
        code: 'LIVENESS_ACTION',
        details: { which: 'selfie', step: 2 },
      })
    }
    expect(await codeOf(challenge(await begin()))).toBe('ATTEMPTS_EXHAUSTED')
  })
})
