import type { VirtualCamera } from './virtual-camera'

/** The two cameras of a phone. */
export interface PhoneCameras {
  readonly front: VirtualCamera
  readonly back: VirtualCamera
}

/** Gives the phone in `frame` its cameras, by replacing the browser's own at the border: `getUserMedia`. */
export function installCameras(frame: HTMLIFrameElement, cameras: PhoneCameras): void {
  const devices = frame.contentWindow?.navigator.mediaDevices
  if (!devices) return
  devices.getUserMedia = async (constraints) => {
    const video = constraints?.video
    const facing = typeof video === 'object' ? JSON.stringify(video.facingMode ?? '') : ''
    return (facing.includes('user') ? cameras.front : cameras.back).open()
  }
}
