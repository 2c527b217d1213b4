import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey, SAME_PERSON } from '../../support/enrol-ports'
import { RESIDENT_NUMBER, readSides } from '../../support/enrolled-citizen'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
let filmed: number
beforeEach(() => {
  cloud = createEnrolPorts()
  filmed = 0
  cloud.world.liveness = async (_, frames) => {
    const digests = frames.map((_, index) => `${filmed}.${index}`)
    return { ok: true, person: { best: frames[1]?.fileId ?? '', digests, match: SAME_PERSON } }
  }
})

const begin = () =>
  beginEnrolment(cloud.ports, alice, { action: 'begin', consent: { face: true, version: CONSENT_VERSION } })
const challenge = ({ enrolmentId }: EnrolBegun) => askChallenge(cloud.ports, alice, enrolmentId)

const submit = async (begun: EnrolBegun, changes: object = {}) => {
  filmed++
  const frames = await Promise.all(
    [0, 1, 2].map(async (number) => ({
      fileId: await cloud.files.upload(`${begun.uploads.frames}${number}`, Buffer.from(`frame ${number}`)),
      step: number,
      at: number * 1000,
    })),
  )
  const card = await readSides(cloud, alice, begun)
  return submitEnrolment(cloud.ports, alice, {
    action: 'submit',
    enrolmentId: begun.enrolmentId,
    name: '李明',
    idNumber: RESIDENT_NUMBER,
    files: { card, frames },
    proof: createProofOfPossession({
      key: newHolderKey(),
      audience: begun.audience,
      nonce: begun.nonce,
      issuedAt: Math.floor(cloud.world.time / 1000),
    }),
    ...changes,
  })
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    ({ code }: NanshaError) => code,
  )

describe('a guided capture', () => {
  it('asks three things of the person, and hands exactly those to be checked', async () => {
    const begun = await begin()
    expect(begun.capture).toBe('guided')
    const { actions, expiresAt } = await challenge(begun)
    expect(actions).toHaveLength(3)
    expect(expiresAt).toBe(cloud.world.time / 1000 + 150)

    const { liveness } = cloud.world
    let asked: unknown
    cloud.world.liveness = (...question) => {
      asked = question
      return liveness(...question)
    }
    expect(await submit(begun)).toHaveProperty('credential')
    expect(asked).toMatchObject([
      { actions },
      [{ step: 0, at: 0 }, { step: 1 }, { step: 2 }],
      expect.stringMatching(/\/card$/),
      expect.stringMatching(/^[\w-]{43}$/),
    ])
    expect(cloud.files.stored.size).toBe(0)
  })

  it('shows the registry the very frame that desks will see', async () => {
    const begun = await begin()
    await challenge(begun)
    let shown = ''
    const { registry } = cloud.ports
    cloud.ports = {
      ...cloud.ports,
      registry: {
        ...registry,
        compare: async ({ selfie }) => {
          shown = selfie.fileId
          return 'confirmed'
        },
      },
    }
    await submit(begun)
    expect(shown).toMatch(/frame-1$/)
  })

  it('is answered in time, and not without having been asked', async () => {
    expect(await codeOf(submit(await begin()))).toBe('LIVENESS_TIMING')
    const begun = await begin()
    await challenge(begun)
    cloud.world.time += 150_000
    expect(await codeOf(submit(begun))).toBe('LIVENESS_TIMING')
    expect(cloud.files.stored.size).toBe(0)
  })

  it('cannot be replaced by a selfie', async () => {
    const begun = await begin()
    await challenge(begun)
    const files = {
      card: await cloud.files.upload(begun.uploads.card, Buffer.from('card')),
      selfie: await cloud.files.upload(begun.uploads.selfie, Buffer.from('selfie')),
    }
    expect(await codeOf(submit(begun, { files }))).toBe('LIVENESS_TIMING')
  })

  it('is drawn three times and no more', async () => {
    const begun = await begin()
    for (let i = 0; i < 3; i++) await challenge(begun)
    expect(await codeOf(challenge(begun))).toBe('ATTEMPTS_EXHAUSTED')
  })

  it('is not drawn on until one suits, by whoever cancels and begins anew', async () => {
    const draw = async () => {
      const begun = await begin()
      await challenge(begun)
      await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
    }
    for (let i = 0; i <= 10; i++) await draw()
    await expect(draw()).rejects.toMatchObject({
      code: 'ATTEMPTS_EXHAUSTED',
      details: { retryAt: cloud.world.time / 1000 + 15 * 60 },
    })
  })

  it('that a living person answered is not held against them, whatever came of it', async () => {
    cloud.world.registry = () => Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
    for (let i = 0; i < 15; i++) {
      const begun = await begin()
      await challenge(begun)
      expect(await codeOf(submit(begun))).toBe('SERVICE_UNAVAILABLE')
    }
  })

  it('is not drawn anew by who proves themselves in between', async () => {
    const draw = async (times: number) => {
      const begun = await begin()
      for (let drawn = 0; drawn < times; drawn++) await challenge(begun)
      return begun
    }
    for (let i = 0; i < 3; i++) await cancelEnrolment(cloud.ports, alice, (await draw(3)).enrolmentId)
    expect(await submit(await draw(1))).toHaveProperty('credential')
    await draw(2)
    expect(await codeOf(draw(1))).toBe('ATTEMPTS_EXHAUSTED')
  })

  it('is not answered with the frames of another one', async () => {
    const first = await begin()
    await challenge(first)
    cloud.world.registry = async () => 'unsure'
    expect(await codeOf(submit(first))).toBe('PROOFING_RETRY')
    cloud.world.registry = async () => expect.unreachable()
    filmed = 0
    const second = await begin()
    await challenge(second)
    expect(await codeOf(submit(second))).toBe('LIVENESS_STILL')
    expect(cloud.database.dump().citizens).toBeUndefined()
  })

  it('does not take files of elsewhere for frames', async () => {
    const [mine, other] = [await begin(), await begin()]
    await challenge(mine)
    const card = await cloud.files.upload(mine.uploads.card, Buffer.from('card'))
    const fileId = await cloud.files.upload(`${other.uploads.frames}0`, Buffer.from('x'))
    const files = { card, frames: [{ fileId, step: 0, at: 0 }] }
    expect(await codeOf(submit(mine, { files }))).toBe('INPUT_INVALID')
  })

  it('that shows no living person does not count against the number, but ends after ten', async () => {
    cloud.world.liveness = async () => ({ ok: false, fault: { code: 'LIVENESS_ACTION', step: 2 } })
    for (let i = 0; i <= 10; i++) {
      const begun = await begin()
      await challenge(begun)
      await expect(submit(begun)).rejects.toMatchObject({
        code: 'LIVENESS_ACTION',
        details: { which: 'selfie', step: 2 },
      })
    }
    expect(await codeOf(challenge(await begin()))).toBe('ATTEMPTS_EXHAUSTED')
  })
})
