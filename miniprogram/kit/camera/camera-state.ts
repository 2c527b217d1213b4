/**
 * Why there is no live picture.
 * - `denied`: the person or the system refused the camera;
 * - `unagreed`: the person has not agreed to the privacy notice, without which the platform gives no camera;
 * - `undeclared`: the released app does not declare the camera to the platform (docs/operations.md);
 * - `unavailable`: there is no camera, or another program holds it.
 */
export type CameraFault = 'denied' | 'unagreed' | 'undeclared' | 'unavailable'

export type CameraState = 'starting' | 'ready' | CameraFault

export type Facing = 'front' | 'back'

export function isCameraFault(state: CameraState): state is CameraFault {
  return state !== 'starting' && state !== 'ready'
}
