import type { SeenFace, Sight } from '@nansha/kit/camera/sight'
import { correlation } from '@nansha/shared/geometry/correlation'
import type { LivenessAction } from '@nansha/shared/liveness'

/** What a person can be asked to do before the camera, and be seen to do. */
export type Request = 'look-straight' | LivenessAction

/**
 * What to tell the person before the camera: what is wrong with the picture, that they should do what is asked, or that
 * it is right. `unseen`: this phone cannot tell.
 */
export type Advice =
  | 'unseen'
  | 'darkness'
  | 'nobody'
  | 'crowd'
  | 'closer'
  | 'further'
  | 'centre'
  | 'still'
  | 'act'
  | 'only'
  | 'right'

/** Somewhat stricter than the server, so that what seems right here is not refused there. */
const MIN_LIGHT = 45
const HEIGHT = { min: 0.24, max: 0.7 }
const OFF_CENTRE = { x: 0.2, y: 0.22 }
const STRAIGHT = 0.36
const TURNED = 0.2
const MOUTH = { open: 0.18, opened: 0.1 }
/** Correlation of the eyes with the same eyes open. */
const EYES_CHANGED = 0.6

/**
 * Judges one look. It only helps an honest person: the server looks at every frame again and believes nothing of this.
 *
 * @param rest the same face looking straight, once it was seen
 */
export function adviseFace(request: Request, { light, faces }: Sight, rest: SeenFace | undefined): Advice {
  if (light === undefined) return 'unseen'
  const [face, other] = faces ?? []
  if (light < MIN_LIGHT) return 'darkness'
  if (faces === undefined) return 'unseen'
  if (!face) return 'nobody'
  if (other) return 'crowd'
  if (face.height < HEIGHT.min) return 'closer'
  if (face.height > HEIGHT.max) return 'further'
  if (Math.abs(face.x - 0.5) > OFF_CENTRE.x || Math.abs(face.y - 0.5) > OFF_CENTRE.y) return 'centre'
  if (request === 'look-straight') return face.turn.by <= STRAIGHT ? 'right' : 'act'
  // What the phone cannot measure passes both checks: the person was asked for it, and the server looks at the frames.
  if (does(request, face, rest ?? face) === false) return 'act'
  return BESIDES[request].some((other) => does(other, face, rest ?? face)) ? 'only' : 'right'
}

/** Acts that must not be seen while another one is asked for. Whether the eyes are closed cannot be told of a turned head. */
const BESIDES: Readonly<Record<LivenessAction, readonly LivenessAction[]>> = {
  'turn-left': ['open-mouth'],
  'turn-right': ['open-mouth'],
  'open-mouth': ['turn-left', 'turn-right', 'close-eyes'],
  'close-eyes': ['turn-left', 'turn-right', 'open-mouth'],
}

/** @returns `undefined` where the phone cannot tell */
function does(action: LivenessAction, face: SeenFace, rest: SeenFace): boolean | undefined {
  switch (action) {
    case 'turn-left':
    case 'turn-right':
      return turnedTo(action === 'turn-left' ? 'left' : 'right', face, rest) >= TURNED
    case 'open-mouth':
      return face.mouth === undefined ? undefined : isOpened(face.mouth, rest.mouth ?? 0)
    case 'close-eyes':
      return face.eyes && rest.eyes && correlation(face.eyes, rest.eyes) <= EYES_CHANGED
  }
}

/** How much further than at rest the head is turned to a side; to any side where the phone does not know which. */
function turnedTo(side: 'left' | 'right', { turn }: SeenFace, { turn: rest }: SeenFace): number {
  if (turn.to === undefined || rest.to === undefined) return turn.by - rest.by
  return (turn.to === side ? turn.by : -turn.by) - (rest.to === side ? rest.by : -rest.by)
}

const isOpened = (mouth: number, rest: number) => mouth >= MOUTH.open && mouth - rest >= MOUTH.opened
