/** What a person can be asked to do before the camera. Left and right are their own. */
export const LIVENESS_ACTIONS = ['turn-left', 'turn-right', 'open-mouth', 'close-eyes'] as const
export type LivenessAction = (typeof LIVENESS_ACTIONS)[number]

/** Actions in one challenge: 34 possible sequences, and an honest person is done in ten seconds. */
export const ACTIONS_ASKED = 3

/** What a screen can light a face with: the light that each of a camera's three channels sees best. */
export const LIGHT_COLOURS = ['red', 'green', 'blue'] as const
export type LightColour = (typeof LIGHT_COLOURS)[number]

/** Colours in one light challenge, no colour twice in a row and each at least once: 90 possible sequences. */
export const COLOURS_SHOWN = 6

/** What is asked in one step of a guided capture; in the last one, where there is one, to look into coloured light. */
export type LivenessRequest = 'look-straight' | LivenessAction | 'light'

/** How long one step may take from its being told to its frames being named, by the server's clock, milliseconds. */
export const STEP_WITHIN_MS = 30_000

/** What was drawn: the actions in their order, and the colours of the screen where light is asked for. */
export interface DrawnRequests {
  readonly actions: readonly LivenessAction[]
  readonly colours?: readonly LightColour[] | undefined
}

/** What is asked in each step, by its number. */
export function requestsOf({ actions, colours }: DrawnRequests): LivenessRequest[] {
  return ['look-straight', ...actions, ...(colours ? (['light'] as const) : [])]
}

/**
 * How many frames answer a request, no more and no fewer: a step that might hold any number could hold every action. Of two
 * straight looks the server chooses later which one counts.
 */
export function framesOf(request: LivenessRequest): number {
  switch (request) {
    case 'look-straight':
      return 2
    case 'light':
      return COLOURS_SHOWN
    default:
      return 1
  }
}

/** Number of the step that each frame belongs to, by the number of the frame. */
export function stepsOfFrames(drawn: DrawnRequests): number[] {
  return requestsOf(drawn).flatMap((request, step) => new Array<number>(framesOf(request)).fill(step))
}

/** Frames of the longest capture. */
export const MOST_FRAMES = framesOf('look-straight') + ACTIONS_ASKED + framesOf('light')
