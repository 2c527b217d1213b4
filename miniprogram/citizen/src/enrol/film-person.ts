import type { Picture } from '@nansha/kit/camera/picture'
import type { SeenFace, Sight } from '@nansha/kit/camera/sight'
import type { LivenessAction } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { type Advice, adviseFace, type Request } from './advise-face'
import type { Frame } from './live-person'

/** The server allows a minute. */
export const FILM_WITHIN_MS = 55_000
/** Time to read a request, and for the last act to be over. */
const TO_READ_MS = 500
const BETWEEN_LOOKS_MS = 120
/** A face that moves further than this between two looks would be blurred; share of the picture. */
const STILL = 0.03
const FRAMES_A_STEP = 2
const BETWEEN_FRAMES_MS = 300

export interface FilmPorts {
  readonly look: () => Promise<Sight>
  readonly takePicture: () => Promise<Picture>
  /** Milliseconds, of any clock that only goes forward. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly onRequest: (request: Request, step: number) => void
  readonly onAdvice: (advice: Advice) => void
  /** Whether the person said, since the last question, that they are doing what was asked. */
  readonly isPressed: () => boolean
  readonly isStopped: () => boolean
}

/**
 * Takes the frames of a guided capture: each request is shown until the face is seen to do it, or the person presses.
 *
 * @param actions what the challenge asks for, after a straight look
 * @returns `undefined` when it was stopped; the pictures taken until then are given to `discard`
 * @throws NanshaError LIVENESS_TIMING when the time is over
 */
export async function filmPerson(
  actions: readonly LivenessAction[],
  ports: FilmPorts,
  discard: (picture: Picture) => void,
): Promise<readonly Frame[] | undefined> {
  const begun = ports.now()
  const frames: Frame[] = []
  let rest: SeenFace | undefined
  let isWhole = false
  try {
    for (const [step, request] of (['look-straight', ...actions] as const).entries()) {
      ports.onRequest(request, step)
      await ports.sleep(TO_READ_MS)
      const seen = await awaitRight(request, rest, begun + FILM_WITHIN_MS, ports)
      if (step === 0) rest = seen
      for (let taken = 0; taken < FRAMES_A_STEP && !ports.isStopped(); taken++) {
        const at = Math.round(ports.now() - begun)
        frames.push({ picture: await ports.takePicture(), step, at })
        await ports.sleep(BETWEEN_FRAMES_MS)
      }
    }
    isWhole = !ports.isStopped()
    return isWhole ? frames : undefined
  } finally {
    if (!isWhole) for (const { picture } of frames) discard(picture)
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
