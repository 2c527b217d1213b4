import type { CameraState, Facing } from './camera-state'

export type OpenedCamera = { readonly stream: MediaStream } | { readonly state: CameraState }

/** Asks the browser for a live camera; a refusal comes back as a state, never as an exception. */
export async function openCamera(facing: Facing): Promise<OpenedCamera> {
  if (navigator.mediaDevices === undefined) return { state: 'unavailable' }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        facingMode: facing === 'front' ? 'user' : 'environment',
        width: { ideal: 1280 },
        height: { ideal: 960 },
      },
    })
    return { stream }
  } catch (reason) {
    const refused = reason instanceof DOMException && reason.name === 'NotAllowedError'
    return { state: refused ? 'denied' : 'unavailable' }
  }
}
