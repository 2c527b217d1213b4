import { findReflection } from '@nansha/core/face/light/find-reflection'
import type { Light } from '@nansha/core/face/light/skin-light'
import { LIGHT_COLOURS, type LightColour } from '@nansha/shared/liveness'
import { expect, it } from 'vitest'

const COLOURS = ['red', 'blue', 'red', 'green', 'blue', 'green'] as const
/** Skin in warm light, to which a screen adds a share of each channel's light, seen with an exposure of the camera's own. */
const reflect = (colour: LightColour, share: number, exposure = 1) =>
  LIGHT_COLOURS.map(
    (channel, c) => exposure * ([0.5, 0.3, 0.2][c] as number) * (channel === colour ? 1 + share : 1),
  ) as unknown as Light

it('findReflection finds the colours that were drawn, whatever the skin, the room and the exposure', () => {
  const lights = COLOURS.map((colour, index) => reflect(colour, 0.1, 0.5 + index / 5))
  const { strength, correlation, weakest } = findReflection(lights, COLOURS)
  expect(strength).toBeCloseTo(Math.log(1.1), 6)
  expect(correlation).toBeCloseTo(1, 6)
  expect(weakest).toBeCloseTo(1, 6)
})

it('findReflection finds no others than those', () => {
  const lights = COLOURS.map((colour) => reflect(colour, 0.1))
  const other = ['red', 'blue', 'red', 'green', 'red', 'green'] as const
  expect(findReflection(lights, other).weakest).toBeLessThan(0)
  const turned = ['blue', 'green', 'blue', 'red', 'green', 'red'] as const
  expect(findReflection(lights, turned).correlation).toBeLessThan(0)
})

it('findReflection finds nothing where nothing changes, or where a light is none', () => {
  const still = COLOURS.map(() => reflect('red', 0))
  expect(findReflection(still, COLOURS).strength).toBeCloseTo(0, 9)
  const black: Light = [0, 0, 0]
  expect(findReflection([black, ...still.slice(1)], COLOURS).strength).toBeNaN()
})
