import { expect, it } from 'vitest'
import { errorRates, Histogram } from './error-rates'

/** A thousand impostors with scores 0.000 … 0.999. */
const impostors = new Histogram(0, 2)
for (let i = 0; i < 1000; i++) impostors.add(i / 1000)

it('errorRates puts the threshold as low as the wanted share of impostors at or above it allows', () => {
  // Ten of them, 0.990 … 0.999, may be accepted: the threshold lies just above the eleventh.
  expect(impostors.threshold(0.01)).toBeCloseTo(0.989, 5)
  expect(impostors.threshold(0.001)).toBeCloseTo(0.998, 5)
})

it('errorRates accepts no impostor at all where the wanted share is less than one of them', () => {
  expect(impostors.threshold(1e-5)).toBeGreaterThan(0.999)
})

it('errorRates counts genuine pairs below each threshold as refused', () => {
  const { fnmr, accuracy } = errorRates([0.5, 0.995, 1.2, 1.5], impostors)
  expect(fnmr).toEqual({ '1e-2': 0.25, '1e-3': 0.5, '1e-4': 0.5, '1e-5': 0.5 })
  // At 0.995 it accepts three of four genuine pairs and refuses 995 of a thousand impostors.
  expect(accuracy).toBeCloseTo((0.75 + 0.995) / 2, 4)
})
