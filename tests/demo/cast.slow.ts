import { randomBytes } from 'node:crypto'
import { createLivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { judgeCapture, type SeenFrame, seeFrame } from '@nansha/core/face/liveness/check-liveness'
import { type LivenessAction, requestsOf, stepsOfFrames } from '@nansha/shared/liveness'
import { expect, it } from 'vitest'
import { CAST, FACE_OF } from '#demo/cast'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { actorOf } from '#support/acted-cast'
import { testEngine } from '#support/face-models'

/** After so many frames `actorOf` holds a head again as it did before. */
const PLACES = 15
const ACTS = Object.keys(ACTINGS) as Act[]

/** Every sequence of actions that can be drawn. */
function everySequence(): readonly (readonly LivenessAction[])[] {
  const drawn = Array.from({ length: 2_000 }, () => createLivenessChallenge(randomBytes, false).actions)
  return [...new Map(drawn.map((actions) => [actions.join(), actions])).values()].sort()
}

it.each(CAST)(
  '$person.id of the cast answers every challenge, however the head is held',
  async ({ person }) => {
    const engine = await testEngine()
    const act = actorOf(FACE_OF[person.id as keyof typeof FACE_OF])
    const failures: string[] = []
    const seen = new Map<Act, SeenFrame[]>()
    for (const doing of ACTS) {
      const frames: SeenFrame[] = []
      for (let place = 0; place < PLACES; place++) {
        const photo = await act(doing)
        await seeFrame(engine, photo, 0, doing).then(
          (frame) => frames.push(frame),
          (error: Error & { code?: string }) =>
            failures.push(`${doing} ${place}: ${error.code ?? error.message}`),
        )
      }
      seen.set(doing, frames)
    }
    expect(failures).toEqual([])

    const sequences = everySequence()
    expect(sequences).toHaveLength(34)
    for (const [index, actions] of sequences.entries()) {
      const requests = requestsOf({ actions })
      const frames = stepsOfFrames({ actions }).map((step, at) => {
        const request = requests[step] as Act
        return { ...(seen.get(request)?.[(index + 4 * at) % PLACES] as SeenFrame), step }
      })
      await judgeCapture(engine, {}, frames).catch((error: Error & { code?: string }) =>
        failures.push(`${actions}: ${error.code ?? error.message}`),
      )
    }
    expect(failures).toEqual([])
  },
)
