import type { FaceEngine } from '@nansha/core/face/face-engine'
import { fuse } from '@nansha/core/face/fuse'
import { compareTemplates, type FaceTemplate, meanTemplate } from '@nansha/core/face/templates'
import { type ErrorRates, errorRates, Histogram } from './error-rates'
import { type Described, WAYS } from './face-scores'

/** Several images of a person as probes, and another one that they are compared with. */
interface Capture {
  readonly person: string
  readonly probes: readonly FaceTemplate[]
  readonly reference: FaceTemplate
}

/** Ways to compare several probes with one reference, each with its score. */
export const RULES = {
  'the first alone': (scores: readonly number[]) => scores[0] as number,
  'the mean of all': (_: readonly number[], mean: number) => mean,
  'every one of all': (scores: readonly number[]) => Math.min(...scores),
  'mean and every one': (scores: readonly number[], mean: number) => Math.min(mean, ...scores),
} as const

export type Rule = keyof typeof RULES

/**
 * Error rates of people who bring several probes. Each image of a person is the reference once, with those that follow it
 * in the list as probes; every capture is compared with every image of somebody else.
 *
 * @param count of probes; people with fewer images than one more are left out
 */
export function ratesOfSeveralProbes(
  engine: FaceEngine,
  described: readonly (Described | undefined)[],
  count: number,
): {
  readonly genuine: number
  readonly impostor: number
  readonly rates: Readonly<Record<Rule, ErrorRates>>
} {
  const known = described.filter((face) => face !== undefined)
  const captures = capturesOf(known, count)
  const rules = Object.keys(RULES) as Rule[]
  const { low, high } = WAYS.fused
  const scores = Object.fromEntries(
    rules.map((rule) => [rule, { genuine: [] as number[], impostors: new Histogram(low, high) }]),
  ) as Record<Rule, { genuine: number[]; impostors: Histogram }>
  const score = (a: FaceTemplate, b: FaceTemplate) => fuse(compareTemplates(engine, a, b))
  for (const { person, probes, reference } of captures) {
    const mean = meanTemplate(probes)
    const judge = (other: FaceTemplate, use: (rule: Rule, value: number) => void) => {
      const single = probes.map((probe) => score(probe, other))
      const ofMean = score(mean, other)
      for (const rule of rules) use(rule, RULES[rule](single, ofMean))
    }
    judge(reference, (rule, value) => void scores[rule].genuine.push(value))
    for (const other of known)
      if (other.person !== person) judge(other.template, (rule, value) => scores[rule].impostors.add(value))
  }
  const rates = Object.fromEntries(
    rules.map((rule) => [rule, errorRates(scores[rule].genuine, scores[rule].impostors)]),
  ) as Record<Rule, ErrorRates>
  return { genuine: captures.length, impostor: scores['the first alone'].impostors.count, rates }
}

function capturesOf(known: readonly Described[], count: number): Capture[] {
  const people = new Map<string, FaceTemplate[]>()
  for (const { person, template } of known) people.set(person, [...(people.get(person) ?? []), template])
  return [...people].flatMap(([person, templates]) =>
    templates.length <= count
      ? []
      : templates.map((reference, at) => ({
          person,
          reference,
          probes: [...templates.slice(at + 1), ...templates.slice(0, at)].slice(0, count),
        })),
  )
}
