/**
 * `denied`: the person or the system refused the camera, `recoverCamera` leads to the setting.
 * `unavailable`: there is no camera, or another program holds it.
 */
export type CameraState = 'starting' | 'ready' | 'denied' | 'unavailable'

export type Facing = 'front' | 'back'
