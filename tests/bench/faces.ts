/**
 * How well the face step tells people apart.
 *   npm run bench:faces -- --images DIR --pairs FILE   aligned 112×112 crops and lines `a⇥b⇥1|0`
 *   npm run bench:faces -- --people DIR                whole photos, a folder a person
 * Add `--probes N` for people who bring N pictures of themselves at once, and `--json FILE` for the figures as JSON.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { testEngine } from '../support/face-models'
import { type ErrorRates, errorRates, FMR_POINTS, Histogram } from './error-rates'
import { comparePairs, describeSet, type Scores, WAYS, type Way } from './face-scores'
import { alignedSet, type FaceSet, photoSet } from './face-sets'
import { ratesOfSeveralProbes } from './several-probes'

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    pairs: { type: 'string' },
    people: { type: 'string' },
    probes: { type: 'string' },
    json: { type: 'string' },
  },
})

async function chosenSet(): Promise<FaceSet> {
  if (values.images && values.pairs && !values.people) return alignedSet(values.images, values.pairs)
  if (values.people && !values.images && !values.pairs) return photoSet(values.people)
  throw new Error('Give --images DIR --pairs FILE, or --people DIR')
}

const set = await chosenSet()
const engine = await testEngine()
const described = await describeSet(engine, set)
const ways = Object.keys(WAYS) as Way[]
const scores = Object.fromEntries(
  ways.map((way) => [
    way,
    { genuine: [], impostors: new Histogram(WAYS[way].low, WAYS[way].high) } satisfies Scores,
  ]),
) as unknown as Record<Way, Scores>
comparePairs(engine, set, described, (similarities, genuine) => {
  for (const way of ways) {
    const score = WAYS[way].score(similarities)
    if (genuine) scores[way].genuine.push(score)
    else scores[way].impostors.add(score)
  }
})

const matchers = Object.fromEntries(
  ways.map((way) => [way, errorRates(scores[way].genuine, scores[way].impostors)]),
) as Record<Way, ErrorRates>
const several = values.probes ? ratesOfSeveralProbes(engine, described, Number(values.probes)) : undefined
const withoutFace = described.filter((face) => !face).length
const report = {
  genuine: scores.fused.genuine.length,
  impostor: scores.fused.impostors.count,
  matchers,
  several,
}

const percent = (rate: number) => `${(rate * 100).toFixed(2)} %`.padStart(9)
console.log(`${set.images.length} images, ${withoutFace} of them without a face that was found`)
console.log(
  `${report.genuine} genuine and ${report.impostor} impostor pairs; SFace runs ${engine.sface.runtime}`,
)
console.log(`${''.padEnd(12)} accuracy ${FMR_POINTS.map((point) => `FNMR@${point}`.padStart(10)).join(' ')}`)
for (const way of ways) {
  const { accuracy, fnmr } = matchers[way]
  console.log(
    `${way.padEnd(12)}${percent(accuracy)} ${FMR_POINTS.map((point) => percent(fnmr[point]).padStart(10)).join(' ')}`,
  )
}
if (several) {
  console.log(
    `\n${values.probes} probes: ${several.genuine} genuine and ${several.impostor} impostor comparisons`,
  )
  for (const [rule, { accuracy, fnmr }] of Object.entries(several.rates))
    console.log(
      `${rule.padEnd(20)}${percent(accuracy)} ${FMR_POINTS.map((point) => percent(fnmr[point]).padStart(10)).join(' ')}`,
    )
}
if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
