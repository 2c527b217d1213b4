import { NanshaError } from '@nansha/shared/errors'
import type { LightColour } from '@nansha/shared/liveness'
import type { Look } from '../look'
import { findReflection } from './find-reflection'
import { skinLight } from './skin-light'

/**
 * What `npm run bench:liveness` found to divide lit faces from all others, on photos that were lit by calculation. No
 * person was measured for it (docs/limits.md).
 */
const LIMITS = { strength: 0.03, correlation: 0.85, weakest: 0.5 }

/**
 * Whether the skin reflects the colours that a screen was told to show, in every frame. The thought is of Tang and others,
 * "Face Flashing" (NDSS 2018), and Liu and others, "Aurora Guard" (arXiv 1902.10311); neither their timing nor their
 * depth is looked for here.
 *
 * @param frames of the light step, in the order of the colours
 * @throws NanshaError LIVENESS_LIGHT
 */
export function checkLight(
  frames: readonly (Look & { readonly step: number })[],
  colours: readonly LightColour[],
): void {
  const { strength, correlation, weakest } = findReflection(frames.map(skinLight), colours)
  // Written so that a light that is not a number fails.
  const isFound =
    strength >= LIMITS.strength && correlation >= LIMITS.correlation && weakest >= LIMITS.weakest
  if (!isFound) throw new NanshaError('LIVENESS_LIGHT', { step: frames[0]?.step ?? 0 })
}
