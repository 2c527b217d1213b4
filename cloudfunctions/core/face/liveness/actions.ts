import { correlation } from '@nansha/shared/geometry/correlation'
import { LIVENESS_ACTIONS, type LivenessAction, type LivenessRequest } from '@nansha/shared/liveness'
import type { Expression } from './expression'

/** Change of yaw that counts as a turn: about 12 degrees. */
const TURN = 0.09
/** Yaw beyond which a person does not look at the camera: about 25 degrees. */
const STRAIGHT = 0.2
const MOUTH_OPEN = 0.25
const MOUTH_OPENED = 0.15
/** Correlation of the eyes with the same eyes open; other actions leave it above 0.7. */
const EYES_CHANGED = 0.62

/** Whether a person looks at the camera well enough to be compared with. */
export const looksStraight = ({ yaw }: Expression): boolean => Math.abs(yaw) <= STRAIGHT

/**
 * Whether a person does what was asked and none of what else may be asked, compared with how they look when they do
 * nothing: a frame that shows several things would answer several challenges.
 *
 * @param rest the same person looking straight
 */
export function showsOnly(request: LivenessRequest, now: Expression, rest: Expression): boolean {
  return LIVENESS_ACTIONS.every((action) => does(action, now, rest) === (action === request))
}

function does(action: LivenessAction, now: Expression, rest: Expression): boolean {
  const turned = now.yaw - rest.yaw
  const opened = now.mouth >= MOUTH_OPEN && now.mouth - rest.mouth >= MOUTH_OPENED
  switch (action) {
    case 'turn-left':
      return turned >= TURN
    case 'turn-right':
      return turned <= -TURN
    case 'open-mouth':
      return opened
    case 'close-eyes':
      // Turning changes how eyes look as well.
      return Math.abs(turned) < TURN && likeness(now, rest) <= EYES_CHANGED
  }
}

/** Mean normalised correlation of both eyes, −1 … 1. */
function likeness(now: Expression, rest: Expression): number {
  const correlations = now.eyes.map((eye, index) => correlation(eye, rest.eyes[index] as Float64Array))
  return correlations.reduce((sum, value) => sum + value, 0) / correlations.length
}
