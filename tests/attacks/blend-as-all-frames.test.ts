import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { matchLooks } from '@nansha/core/face/match-photos'
import { expect, it } from 'vitest'
import { ACTINGS } from '#demo/specimen/act-face'
import { act } from '../support/acted-face'
import { blendFaces } from '../support/blended-face'
import { actsOf, challengeOf } from '../support/capture'
import { testEngine } from '../support/face-models'
import { asSelfie, cropFace } from '../support/faces'

/**
 * Two whose blend, looking straight, is alike enough to the victim: one frame of it was enough once. That it must be so in
 * every frame stops them and not all: docs/limits.md says how many pass.
 */
const [thief, victim] = [9, 2]

it('a blend of two people that acts throughout is not the second of them', async () => {
  const engine = await testEngine()
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const blend = await blendFaces(await cropFace(thief), await cropFace(victim))
  const frames = await Promise.all(
    actsOf(challenge).map(async (doing, number) => asSelfie(await act(blend, ACTINGS[doing]), number)),
  )
  const seen = await checkLiveness(engine, challenge, frames)
  const card = await cropFace(victim)
  expect((await matchLooks(engine, seen.slice(0, 1), 0, card)).decision).toBe('match')
  const { decision, weakest, score } = await matchLooks(engine, seen, 0, card)
  expect(decision, `weakest ${weakest}, mean ${score}`).not.toBe('match')
})
