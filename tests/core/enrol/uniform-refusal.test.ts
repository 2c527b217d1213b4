import { FaceFault } from '@nansha/core/clients/face-answer'
import type { Stored } from '@nansha/core/platform/database'
import { NUMBER_LOCKS } from '@nansha/core/records/number-locks'
import type { NanshaError } from '@nansha/shared/errors'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, SAME_PERSON } from '../../support/enrol-ports'
import { enrolCitizen } from '../../support/enrolled-citizen'

/** Refusals leave at whole steps of this. */
const STEP_MS = 3000

const alice = 'wxc:alice' as const
const mallory = 'wxc:mallory' as const
type Cloud = ReturnType<typeof createEnrolPorts>

let cloud: Cloud
beforeEach(() => {
  cloud = createEnrolPorts()
})

const answerTo = (account: typeof alice | typeof mallory) =>
  enrolCitizen(cloud, account).then(
    () => 'granted' as const,
    ({ code, details }: NanshaError) => ({ code, details }),
  )

/** What an account learns from four tries in a row. */
async function fourTries(account: typeof alice | typeof mallory) {
  const answers = []
  for (let tried = 0; tried < 4; tried++) answers.push(await answerTo(account))
  return answers
}

const faces = (decision: 'match' | 'refer' | 'no-match') => async () => ({ ...SAME_PERSON, decision })

/** Everything for which nobody is proven once the registry was asked. */
const REASONS: Record<string, () => void | Promise<void>> = {
  'name or number unknown to the registry': () => {
    cloud.world.registry = async () => 'refused'
  },
  'name and number right, registry unsure of the face': () => {
    cloud.world.registry = async () => 'unsure'
  },
  'name and number right, card and face alike enough to refer': () => {
    cloud.world.faces = faces('refer')
  },
  'name and number right, another face than on the card': () => {
    cloud.world.faces = faces('no-match')
  },
  'name or number unknown, card and face alike enough to refer': () => {
    cloud.world.faces = faces('refer')
    cloud.world.registry = async () => 'refused'
  },
  'everything right, number already enrolled by another': async () => {
    await enrolCitizen(cloud, alice)
  },
  'everything right, number locked': async () => {
    const { _id = '' } = (await enrolledClaim()) ?? {}
    await cloud.database.in<Stored>(NUMBER_LOCKS).insert({ _id })
  },
}

/** The claim on the number that {@link enrolCitizen} uses. */
async function enrolledClaim() {
  await enrolCitizen(cloud, alice)
  return cloud.database.dump().numberClaims?.[0]
}

describe('an account that tries with another’s number', () => {
  it.each(Object.entries(REASONS))('learns nothing from: %s', async (_, arrange) => {
    await arrange()
    expect(await fourTries(mallory)).toEqual([
      { code: 'PROOFING_RETRY', details: {} },
      { code: 'PROOFING_REFUSED', details: {} },
      { code: 'PROOFING_REFUSED', details: {} },
      { code: 'ATTEMPTS_EXHAUSTED', details: { retryAt: cloud.clock.now / 1000 + 15 * 60 } },
    ])
  })

  it('is told on to the holder even when the registry was only unsure', async () => {
    await enrolCitizen(cloud, alice)
    cloud.world.registry = async () => 'unsure'
    await answerTo(mallory)
    expect(cloud.database.dump().events).toHaveLength(2)
  })

  it('changes nothing of what the holder is answered', async () => {
    cloud.world.registry = async () => 'unsure'
    await fourTries(mallory)
    expect(await answerTo(alice)).toMatchObject({ code: 'PROOFING_RETRY' })
    cloud.world.registry = async () => 'confirmed'
    expect(await answerTo(alice)).toBe('granted')
  })
})

describe('a registry', () => {
  it('is not asked about a photo that cannot be judged, so its response time reveals nothing', async () => {
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_NOT_FOUND', { which: 'probe' }))
    cloud.world.registry = async () => expect.unreachable()
    expect(await answerTo(mallory)).toMatchObject({ code: 'FACE_NOT_FOUND' })
  })
})

describe('a photo that was not clear enough', () => {
  it('is taken once more, and that one decides', async () => {
    cloud.world.faces = faces('refer')
    expect(await answerTo(alice)).toMatchObject({ code: 'PROOFING_RETRY' })
    cloud.world.faces = faces('match')
    expect(await answerTo(alice)).toBe('granted')
  })
})

describe('the time that an answer takes', () => {
  const takes = (milliseconds: number, decision: 'refused' | 'confirmed') => {
    cloud.world.registry = async () => {
      cloud.clock.now += milliseconds
      return decision
    }
  }

  it.each([5, 800, STEP_MS - 1])(
    'is one step for a refusal that was found in %i ms, with the photos gone before',
    async (milliseconds) => {
      takes(milliseconds, 'refused')
      const held: { milliseconds: number; photos: number }[] = []
      const wait = async (milliseconds: number) =>
        void held.push({ milliseconds, photos: cloud.files.stored.size })
      const watched = { ...cloud, ports: { ...cloud.ports, wait } }
      await expect(enrolCitizen(watched, mallory)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
      expect(held).toEqual([{ milliseconds: STEP_MS - milliseconds, photos: 0 }])
    },
  )

  it('is a whole number of steps when a service was slow', async () => {
    takes(2 * STEP_MS + 1, 'refused')
    await answerTo(mallory)
    expect(cloud.world.waits).toEqual([STEP_MS - 1])
  })

  it('is not stretched for a person who was proven, nor for a photo that cannot be judged', async () => {
    takes(5, 'confirmed')
    await answerTo(alice)
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_NOT_FOUND', { which: 'probe' }))
    await answerTo(mallory)
    expect(cloud.world.waits).toEqual([])
  })
})
