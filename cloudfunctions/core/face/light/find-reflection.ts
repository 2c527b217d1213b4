import { LIGHT_COLOURS, type LightColour } from '@nansha/shared/liveness'
import type { Light } from './skin-light'

/** What of a drawn sequence of colours is found in the light that comes from a face. */
export interface Reflection {
  /** By how much the colour of the skin follows the colour of the screen: logarithm of their ratio where the screen has its own. */
  readonly strength: number
  /** Correlation of all changes with those that were drawn, −1 … 1. */
  readonly correlation: number
  /** The same of the single frame that follows least. */
  readonly weakest: number
}

/**
 * Looks for the colours of a screen on skin. The whole brightness of a frame says nothing, for the camera chooses its
 * exposure anew under each colour; so only the shares of the channels count, and of those how they differ from their mean
 * over the sequence, which takes away skin, room and white balance.
 *
 * @param lights of the skin in each frame
 * @param colours of the screen in each frame
 */
export function findReflection(lights: readonly Light[], colours: readonly LightColour[]): Reflection {
  const seen = withoutMean(lights.map(shares))
  const drawn = withoutMean(colours.map(ideal))
  const all = { product: 0, seen: 0, drawn: 0 }
  let weakest = 1
  seen.forEach((change, index) => {
    const shown = drawn[index] as number[]
    const [product, ownSeen, ownDrawn] = [dot(change, shown), dot(change, change), dot(shown, shown)]
    weakest = Math.min(weakest, product / Math.sqrt(ownSeen * ownDrawn))
    all.product += product
    all.seen += ownSeen
    all.drawn += ownDrawn
  })
  return {
    strength: all.product / all.drawn,
    correlation: all.product / Math.sqrt(all.seen * all.drawn),
    weakest,
  }
}

/** Logarithms of the channels, without what is common to the three. */
function shares(light: Light): number[] {
  const logarithms = light.map(Math.log)
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / 3
  return logarithms.map((value) => value - mean)
}

/** What {@link shares} says of a screen that adds to one channel alone. */
function ideal(colour: LightColour): number[] {
  return LIGHT_COLOURS.map((channel) => (channel === colour ? 2 / 3 : -1 / 3))
}

function withoutMean(vectors: readonly number[][]): number[][] {
  const mean = [0, 1, 2].map((c) => vectors.reduce((sum, v) => sum + (v[c] as number), 0) / vectors.length)
  return vectors.map((vector) => vector.map((value, c) => value - (mean[c] as number)))
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)
