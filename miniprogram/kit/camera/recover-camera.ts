import type { CameraFault } from './camera-state'

/**
 * Does what may bring the camera back: after `denied` the setting where the person can allow it, after `unagreed` the platform's
 * privacy notice. Try the camera again afterwards. Never throws.
 */
export declare function recoverCamera(fault: CameraFault): Promise<void>
