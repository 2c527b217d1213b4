import * as v from 'valibot'

/** What a person can be asked to do. Left and right are their own. */
export const ACTIONS = ['turn-left', 'turn-right', 'open-mouth', 'close-eyes'] as const
export type Action = (typeof ACTIONS)[number]

/** Actions in one challenge: 34 possible sequences, and an honest person is done in ten seconds. */
const LENGTH = 3

export const LivenessChallenge = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  actions: v.pipe(v.array(v.picklist(ACTIONS)), v.length(LENGTH)),
})

/**
 * Step 0 is looking straight at the camera; steps 1, 2, 3 are the actions in their order. Single use and time limit
 * are the business of whoever issues it.
 */
export type LivenessChallenge = v.InferOutput<typeof LivenessChallenge>

/**
 * Draws a challenge that cannot be foreseen: no action twice in a row, and at least one turn of the head, because
 * that is what a flat picture cannot do.
 * @param randomBytes cryptographically strong
 */
export function createLivenessChallenge(randomBytes: (count: number) => Uint8Array): LivenessChallenge {
  const id = Buffer.from(randomBytes(16)).toString('base64url')
  for (;;) {
    const actions = [...randomBytes(LENGTH)].map((byte) => ACTIONS[byte % ACTIONS.length] as Action)
    const repeated = actions.some((action, index) => action === actions[index + 1])
    if (!repeated && actions.some((action) => action.startsWith('turn'))) return { id, actions }
  }
}
