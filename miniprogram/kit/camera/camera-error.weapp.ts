import { privacyFault } from '../device/privacy.weapp'
import type { CameraFault } from './camera-state'

/** The platform tells a refused permission only in its message: "… auth deny", "… authorize no response". */
export function cameraFault(detail: { readonly errMsg?: string }): CameraFault {
  const fault = privacyFault(detail)
  if (fault) return fault
  return /auth|permission/i.test(detail.errMsg ?? '') ? 'denied' : 'unavailable'
}
