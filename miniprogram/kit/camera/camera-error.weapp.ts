import type { CameraState } from './camera-state'

/** The platform tells a refused permission only in its message: "… auth deny", "… authorize no response". */
export function cameraErrorState(detail: { errMsg?: string }): CameraState {
  return /auth|permission/i.test(detail.errMsg ?? '') ? 'denied' : 'unavailable'
}
