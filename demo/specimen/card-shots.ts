import { PLAIN_SHOT, type Shot } from './photograph-card'
import { between, type Random } from './seeded-random'

type Variation = (random: Random) => Partial<Shot>

const sign = (random: Random) => (random() < 0.5 ? -1 : 1)

/** The ways in which a phone's photo of a card usually falls short, each drawn anew from `random`. */
const VARIATIONS: Record<string, Variation> = {
  plain: () => ({}),
  tilted: (r) => ({ roll: between(r, -15, 15) }),
  perspective: (r) => ({
    tilt: sign(r) * between(r, 12, 25),
    swing: sign(r) * between(r, 8, 20),
    fill: 0.72,
  }),
  quarter: (r) => ({ roll: 90 + between(r, -6, 6), width: 960, height: 1280, desk: 'dark' }),
  upsideDown: (r) => ({ roll: 180 + between(r, -8, 8), desk: 'cloth' }),
  threeQuarters: (r) => ({ roll: 270 + between(r, -6, 6), width: 960, height: 1280 }),
  blurred: (r) => ({ blur: between(r, 0.8, 1.4), roll: between(r, -5, 5) }),
  glare: (r) => ({ glare: between(r, 0.25, 0.5), desk: 'dark' }),
  lowLight: (r) => ({ light: between(r, 0.3, 0.45), noise: 7, desk: 'cloth' }),
  noisy: (r) => ({ noise: between(r, 10, 15), quality: 70 }),
  compressed: (r) => ({ quality: Math.round(between(r, 35, 50)), roll: between(r, -8, 8) }),
  far: (r) => ({ fill: between(r, 0.5, 0.58), offset: [between(r, -0.12, 0.12), between(r, -0.12, 0.12)] }),
  onPaper: (r) => ({ desk: 'paper', roll: between(r, -10, 10), swing: between(r, -12, 12) }),
  allAtOnce: (r) => ({
    roll: between(r, -12, 12),
    tilt: between(r, -14, 14),
    swing: between(r, -14, 14),
    blur: 0.7,
    light: 0.6,
    noise: 5,
    quality: 75,
    fill: 0.7,
  }),
}

export const SHOT_NAMES: readonly string[] = Object.keys(VARIATIONS)

/** One camera-like shot of the named kind; unknown names throw. */
export function shotNamed(name: string, random: Random): Shot {
  const vary = VARIATIONS[name]
  if (!vary) throw new Error(`no shot is called ${name}: ${SHOT_NAMES.join(', ')}`)
  return { ...PLAIN_SHOT, ...vary(random) }
}
