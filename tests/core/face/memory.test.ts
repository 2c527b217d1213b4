import { matchPhotos } from '@nansha/core/face/match-photos'
import * as tf from '@tensorflow/tfjs-core'
import { expect, it } from 'vitest'
import { testEngine } from '../../support/face-models'
import { asSelfie, cropFace, emptyRoom } from '../../support/faces'

it('face matching leaves no tensor behind, neither after a match nor after a refusal', async () => {
  const engine = await testEngine()
  const card = await cropFace(0)
  const selfie = await asSelfie(card, 1)
  const { numTensors } = tf.memory()
  await matchPhotos(engine, [selfie], card)
  await expect(matchPhotos(engine, [selfie], await emptyRoom())).rejects.toThrow()
  expect(tf.memory().numTensors).toBe(numTensors)
})
