import type { Picture } from '@nansha/kit/camera/picture'
import type { SeenFace, Sight } from '@nansha/kit/camera/sight'
import type { LivenessAsked, LivenessStep } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { framesOf, type LightColour } from '@nansha/shared/liveness'
import { type Advice, adviseFace, type Request } from './advise-face'
import type { Film } from './live-person'

/** For one step; the server allows half a minute, of which some is the network's. */
export const STEP_FILMED_WITHIN_MS = 25_000
/** Time to read a request, and for the last act to be over. */
const TO_READ_MS = 500
const BETWEEN_LOOKS_MS = 120
/** A face that moves further than this between two looks would be blurred; share of the picture. */
const STILL = 0.03
const BETWEEN_FRAMES_MS = 300
/** Until the screen has its colour and the camera has got used to it. Six colours change less often than twice a second. */
const TO_LIGHT_MS = 600

export interface FilmPorts {
  readonly look: () => Promise<Sight>
  readonly takePicture: () => Promise<Picture>
  /** Names the pictures of a step to the server for good. @returns what is asked next, null when everything was */
  readonly answerStep: (step: number, pictures: readonly Picture[]) => Promise<LivenessStep | null>
  /** Milliseconds, of any clock that only goes forward. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly onStep: (step: LivenessStep) => void
  readonly onAdvice: (advice: Advice) => void
  /** Lights the face with the whole screen, or no longer. */
  readonly onColour: (colour: LightColour | undefined) => void
  /** Whether the person said, since the last question, that they are doing what was asked. */
  readonly isPressed: () => boolean
  readonly isStopped: () => boolean
}

/**
 * Takes the frames of a guided capture: each request is shown until the face is seen to do it, or the person presses. What
 * comes next is heard from the server, once the frames of the step are named.
 *
 * @returns `undefined` when it was stopped; the pictures taken until then are given to `discard`
 * @throws NanshaError LIVENESS_TIMING when the time of a step is over, or what the server answers
 */
export async function filmPerson(
  asked: LivenessAsked,
  ports: FilmPorts,
  discard: (picture: Picture) => void,
): Promise<Film | undefined> {
  const frames: Picture[] = []
  let rest: SeenFace | undefined
  let isWhole = false
  try {
    let step: LivenessStep | null = asked.step
    while (step && !ports.isStopped()) {
      ports.onStep(step)
      await ports.sleep(TO_READ_MS)
      const deadline = ports.now() + STEP_FILMED_WITHIN_MS - TO_READ_MS
      const request = step.request === 'light' ? 'look-straight' : step.request
      const seen = await awaitRight(request, rest, deadline, ports)
      rest ??= seen
      const before = frames.length
      for await (const picture of takeFrames(step, ports)) frames.push(picture)
      if (!ports.isStopped()) step = await ports.answerStep(step.number, frames.slice(before))
    }
    isWhole = !ports.isStopped()
    return isWhole ? { path: asked.frames, frames } : undefined
  } finally {
    ports.onColour(undefined)
    if (!isWhole) for (const picture of frames) discard(picture)
  }
}

async function* takeFrames(step: LivenessStep, { takePicture, sleep, onColour, isStopped }: FilmPorts) {
  for (let taken = 0; taken < framesOf(step.request) && !isStopped(); taken++) {
    if (step.request === 'light') {
      onColour(step.colours[taken])
      await sleep(TO_LIGHT_MS)
    } else if (taken > 0) await sleep(BETWEEN_FRAMES_MS)
    yield await takePicture()
  }
}

/** Looks until the same thing is right twice. @returns the face that was, if one was seen */
async function awaitRight(
  request: Request,
  rest: SeenFace | undefined,
  deadline: number,
  { look, now, sleep, onAdvice, isPressed, isStopped }: FilmPorts,
): Promise<SeenFace | undefined> {
  let before: SeenFace | undefined
  while (!isStopped()) {
    if (now() > deadline) throw new NanshaError('LIVENESS_TIMING')
    const sight = await look()
    const advice = adviseFace(request, sight, rest)
    const [face] = sight.faces ?? []
    const isMoving = advice === 'right' && before !== undefined && distance(face, before) > STILL
    onAdvice(isMoving ? 'still' : advice)
    if (isPressed() || (advice === 'right' && before && !isMoving)) return face
    before = advice === 'right' ? face : undefined
    await sleep(BETWEEN_LOOKS_MS)
  }
  return undefined
}

function distance(a: SeenFace | undefined, b: SeenFace): number {
  return a ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY
}
