/**
 * Chooses the weights and thresholds of the face step, and plots how well it tells people apart.
 *   npm run calibrate:faces -- --images DIR --pairs FILE
 * Writes cloudfunctions/core/face/calibration.json and docs/face-roc.svg. Never run it on people that figures are
 * reported for.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuse, type Similarities } from '@nansha/core/face/fuse'
import { centre } from '@nansha/core/face/sface-matcher'
import { testEngine } from '../support/face-models'
import { chooseWeights } from './choose-weights'
import { Histogram } from './error-rates'
import { comparePairs, describeSet, WAYS, type Way } from './face-scores'
import { alignedSet } from './face-sets'
import { type Curve, drawRoc } from './roc-svg'

/** Accepted strangers: one in ten thousand without a human eye, one in a thousand before it. */
const ACCEPT_FMR = 1e-4
const REFER_FMR = 1e-3
const DIMENSIONS = 128
const root = join(import.meta.dirname, '../..')

const { values } = parseArgs({ options: { images: { type: 'string' }, pairs: { type: 'string' } } })
if (!values.images || !values.pairs) throw new Error('Give --images DIR --pairs FILE')

const set = await alignedSet(values.images, values.pairs)
const engine = await testEngine()
const raw = await describeSet(engine, set, new Float32Array(DIMENSIONS))
const sfaceMean = Array.from({ length: DIMENSIONS }, (_, at) => {
  const sum = raw.reduce((total, face) => total + (face?.template.sface[at] ?? 0), 0)
  return Number((sum / raw.length).toFixed(5))
})
const described = raw.map(
  (face) =>
    face && { ...face, template: { ...face.template, sface: centre(face.template.sface, sfaceMean) } },
)

const genuine: Similarities[] = []
const pairs = {
  faceApi: new Float32Array(described.length ** 2 / 2),
  sface: new Float32Array(described.length ** 2 / 2),
}
let count = 0
comparePairs(engine, set, described, (pair, same) => {
  if (same) genuine.push(pair)
  else {
    pairs.faceApi[count] = pair.faceApi
    pairs.sface[count++] = pair.sface
  }
})
const impostors = { faceApi: pairs.faceApi.subarray(0, count), sface: pairs.sface.subarray(0, count) }
const weights = chooseWeights(
  {
    faceApi: Float32Array.from(genuine, ({ faceApi }) => faceApi),
    sface: Float32Array.from(genuine, ({ sface }) => sface),
  },
  impostors,
)

const ways = { ...WAYS, fused: { ...WAYS.fused, score: (pair: Similarities) => fuse(pair, weights) } }
const colours: Record<Way, string> = { 'face-api.js': '#c25b00', sface: '#0062b8', fused: '#1c7a2c' }
const curves = (Object.keys(ways) as Way[]).map((name): Curve => {
  const { score, low, high } = ways[name]
  const histogram = new Histogram(low, high)
  impostors.sface.forEach((sface, index) => {
    histogram.add(score({ sface, faceApi: impostors.faceApi[index] as number }))
  })
  return { name, colour: colours[name], genuine: genuine.map(score), impostors: histogram }
})

const fused = curves.find(({ name }) => name === 'fused') as Curve
const thresholds = {
  accept: Number(fused.impostors.threshold(ACCEPT_FMR).toFixed(3)),
  refer: Number(fused.impostors.threshold(REFER_FMR).toFixed(3)),
}
await writeFile(
  join(root, 'cloudfunctions/core/face/calibration.json'),
  `${JSON.stringify({ weights, thresholds, sfaceMean }, null, 2)}\n`,
)
const title = `${genuine.length} genuine and ${fused.impostors.count} impostor pairs`
await writeFile(join(root, 'docs/face-roc.svg'), drawRoc(title, curves))
console.log({ weights, thresholds }, title)
