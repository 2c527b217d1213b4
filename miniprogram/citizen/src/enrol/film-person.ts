import type { Picture } from '@nansha/kit/camera/picture'
import type { Frame } from './live-person'

/** Time to read a request and begin to do it. */
const TO_ACT_MS = 1600
const BETWEEN_FRAMES_MS = 350
const FRAMES_A_STEP = 3

export interface FilmPorts {
  readonly takePicture: () => Promise<Picture>
  /** Milliseconds, of any clock that only goes forward. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Step 0 is looking straight, then the actions. */
  readonly onStep: (step: number) => void
  readonly isStopped: () => boolean
}

/**
 * Takes the frames of a guided capture: each request is shown, then a few pictures are taken while the person acts.
 *
 * @param actions how many the challenge asks for
 * @returns `undefined` when it was stopped; the pictures taken until then are given to `discard`
 */
export async function filmPerson(
  actions: number,
  { takePicture, now, sleep, onStep, isStopped }: FilmPorts,
  discard: (picture: Picture) => void,
): Promise<readonly Frame[] | undefined> {
  const begun = now()
  const frames: Frame[] = []
  try {
    for (let step = 0; step <= actions; step++) {
      onStep(step)
      await sleep(TO_ACT_MS)
      for (let taken = 0; taken < FRAMES_A_STEP; taken++) {
        if (isStopped()) break
        const at = Math.round(now() - begun)
        frames.push({ picture: await takePicture(), step, at })
        await sleep(BETWEEN_FRAMES_MS)
      }
    }
    if (!isStopped()) return frames
  } catch (error) {
    for (const { picture } of frames) discard(picture)
    throw error
  }
  for (const { picture } of frames) discard(picture)
  return undefined
}
