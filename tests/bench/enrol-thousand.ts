/**
 * A thousand enrolments' face steps in one process: tensors and memory must stay flat.
 *   npm run bench:enrol-thousand [-- --count 1000] [--json FILE]
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { matchLook } from '@nansha/core/face/match-photos'
import * as tf from '@tensorflow/tfjs-core'
import { challengeOf, honestCapture } from '../support/capture'
import { testEngine } from '../support/face-models'
import { cropFace, onCard } from '../support/faces'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, json: { type: 'string' } },
})
const count = Number(values.count)
/** Samples taken along the way. */
const SAMPLES = 20

const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const people = await Promise.all(
  [0, 4].map(async (person) => ({
    frames: await honestCapture(person, challenge),
    card: await onCard(await cropFace(person)),
  })),
)
const engine = await testEngine()
const samples: { enrolments: number; tensors: number; rssMB: number; heapMB: number }[] = []
for (let done = 0; done <= count; done++) {
  if (done % Math.max(1, Math.floor(count / SAMPLES)) === 0) {
    const { rss, heapUsed } = process.memoryUsage()
    const sample = {
      enrolments: done,
      tensors: tf.memory().numTensors,
      rssMB: Math.round(rss / 1e6),
      heapMB: Math.round(heapUsed / 1e6),
    }
    samples.push(sample)
    console.log(JSON.stringify(sample))
  }
  const { frames, card } = people[done % people.length] as (typeof people)[number]
  const { best } = await checkLiveness(engine, challenge, frames)
  const { decision } = await matchLook(engine, best, card)
  if (decision !== 'match') throw new Error(`Enrolment ${done} ended in ${decision}`)
}
if (values.json) await writeFile(values.json, `${JSON.stringify({ samples }, null, 2)}\n`)
