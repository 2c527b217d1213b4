import {
  ACTIONS_ASKED,
  COLOURS_SHOWN,
  LIGHT_COLOURS,
  LIVENESS_ACTIONS,
  type LightColour,
  type LivenessAction,
} from '@nansha/shared/liveness'
import * as v from 'valibot'

export const LivenessChallenge = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  actions: v.pipe(v.array(v.picklist(LIVENESS_ACTIONS)), v.length(ACTIONS_ASKED)),
  /** What the screen shows in the last step, where light is asked for. */
  colours: v.optional(v.pipe(v.array(v.picklist(LIGHT_COLOURS)), v.length(COLOURS_SHOWN))),
})

/**
 * Step 0 is looking straight at the camera; steps 1, 2, 3 are the actions in their order; step 4 the colours. Single
 * use, time limits and telling it step by step are up to the caller that issues it.
 */
export type LivenessChallenge = v.InferOutput<typeof LivenessChallenge>

/**
 * Draws a challenge that cannot be foreseen: no action twice in a row, and at least one turn of the head, because
 * that is what a flat picture cannot do.
 *
 * @param randomBytes cryptographically strong
 */
export function createLivenessChallenge(
  randomBytes: (count: number) => Uint8Array,
  withLight: boolean,
): LivenessChallenge {
  const id = Buffer.from(randomBytes(16)).toString('base64url')
  const isTurned = (actions: readonly LivenessAction[]) => actions.some((action) => action.startsWith('turn'))
  const actions = draw(randomBytes, LIVENESS_ACTIONS, ACTIONS_ASKED, isTurned)
  if (!withLight) return { id, actions }
  const isWhole = (colours: readonly LightColour[]) => LIGHT_COLOURS.every((one) => colours.includes(one))
  return { id, actions, colours: draw(randomBytes, LIGHT_COLOURS, COLOURS_SHOWN, isWhole) }
}

/** Draws a sequence in which nothing comes twice in a row, each of those that are `allowed` as likely as another. */
function draw<T>(
  randomBytes: (count: number) => Uint8Array,
  from: readonly T[],
  length: number,
  allowed: (drawn: readonly T[]) => boolean,
): T[] {
  // Bytes from here on would make the first ones likelier.
  const fair = 256 - (256 % from.length)
  for (;;) {
    const bytes = randomBytes(length)
    const drawn = [...bytes].map((byte) => from[byte % from.length] as T)
    const repeats = drawn.some((one, index) => one === drawn[index + 1])
    if (!repeats && bytes.every((byte) => byte < fair) && allowed(drawn)) return drawn
  }
}
