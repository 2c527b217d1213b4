import { randomBytes } from 'node:crypto'
import { answerStep } from '@nansha/core/enrol/answer-step'
import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { findUprightFaces } from '@nansha/core/face/find-faces'
import { showsOnly } from '@nansha/core/face/liveness/actions'
import { createLivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { readExpression } from '@nansha/core/face/liveness/expression'
import { lookAt } from '@nansha/core/face/look'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { LIVENESS_ACTIONS } from '@nansha/shared/liveness'
import { expect, it } from 'vitest'
import type { Act } from '#demo/specimen/act-face'
import { challengeOf, frameOf } from '../support/capture'
import { createEnrolPorts } from '../support/enrol-ports'
import { testEngine } from '../support/face-models'

const seeExpression = async (photo: Buffer) => {
  const { picture, face } = await lookAt(await testEngine(), photo, {}, findUprightFaces)
  return readExpression(picture, face)
}

it('a film that does every action in every step has more frames than an answer may have', async () => {
  const everything = ['look-straight', ...LIVENESS_ACTIONS, ...LIVENESS_ACTIONS, ...LIVENESS_ACTIONS] as const
  const film = await Promise.all(everything.map((doing, number) => frameOf(0, doing, number)))
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  await expect(checkLiveness(await testEngine(), challenge, film)).rejects.toMatchObject({
    code: 'LIVENESS_TIMING',
  })

  const { ports, clock } = createEnrolPorts()
  const consent = { face: true, version: CONSENT_VERSION }
  const { enrolmentId } = await beginEnrolment(ports, 'wxc:a', { action: 'begin', consent })
  await askChallenge(ports, 'wxc:a', enrolmentId)
  clock.now += 1000
  const digests = film.slice(0, 5).map((frame) => photoDigest(frame))
  const named = answerStep(ports, 'wxc:a', { action: 'answer-step', enrolmentId, step: 0, digests })
  await expect(named).rejects.toMatchObject({ code: 'LIVENESS_TIMING' })
})

it('a frame that shows several actions at once is refused for each step', async () => {
  const see = async (doing: Act) => seeExpression(await frameOf(0, doing))
  const [rest, left, open, closed] = [
    await see('look-straight'),
    await see('turn-left'),
    await see('open-mouth'),
    await see('close-eyes'),
  ]
  const { mouth } = open
  for (const both of [
    { ...left, mouth },
    { ...closed, mouth },
  ]) {
    expect(LIVENESS_ACTIONS.filter((action) => showsOnly(action, both, rest))).toEqual([])
  }
})

it('a film that was made beforehand answers the challenge that it was made for, and no other', async () => {
  const acts = ['turn-left', 'open-mouth', 'turn-right'] as const
  const rest = await seeExpression(await frameOf(0, 'look-straight'))
  const film = await Promise.all(acts.map(async (doing) => seeExpression(await frameOf(0, doing))))
  const answered = new Set<string>()
  for (let drawn = 0; drawn < 1000; drawn++) {
    const { actions } = createLivenessChallenge(randomBytes, false)
    const passes = actions.every((action, index) => showsOnly(action, film[index] ?? rest, rest))
    if (passes) answered.add(actions.join())
  }
  expect([...answered]).toEqual([acts.join()])
})
