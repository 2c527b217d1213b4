import type { FaceEngine } from '@nansha/core/face/face-engine'
import { expect, it } from 'vitest'
import { RULES, ratesOfSeveralProbes } from './several-probes'

const engine = {
  faceApi: { compare: () => 0 },
  sface: {
    compare: (a: Float32Array, b: Float32Array) =>
      (a[0] as number) * (b[0] as number) + (a[1] as number) * (b[1] as number),
  },
} as unknown as FaceEngine

/** A face whose direction says who it is, turned by some degrees. */
const face = (person: string, degrees: number) => {
  const angle = (degrees * Math.PI) / 180
  return {
    person,
    template: { faceApi: Float32Array.of(0), sface: Float32Array.of(Math.cos(angle), Math.sin(angle)) },
  }
}

it('the bench of several probes compares each image with so many others of its person, and with everybody else', () => {
  const described = [face('a', 0), face('a', 10), face('a', 50), face('b', 180), face('c', 270), undefined]
  const { genuine, impostor, rates } = ratesOfSeveralProbes(engine, described, 2)
  expect([genuine, impostor]).toEqual([3, 6])
  expect(Object.keys(rates)).toEqual(Object.keys(RULES))
  for (const rule of Object.keys(RULES) as (keyof typeof RULES)[]) expect(rates[rule].fnmr['1e-2']).toBe(0)
})

it('the bench of several probes refuses by every probe whom it accepts by their mean', () => {
  const [mean, every] = [RULES['the mean of all'], RULES['every one of all']]
  expect([mean([-1, 5], 3), every([-1, 5])]).toEqual([3, -1])
})
