import type { VirtualCamera } from './virtual-camera'

/** The two cameras of a phone. */
export interface PhoneCameras {
  readonly front: VirtualCamera
  readonly back: VirtualCamera
}

/**
 * Gives the phone in `frame` its cameras, by replacing the browser's own at the border: `getUserMedia`, and the file
 * chooser, which on a phone offers to take a picture.
 */
export function installCameras(frame: HTMLIFrameElement, cameras: PhoneCameras): void {
  const phone = frame.contentWindow as (Window & typeof globalThis) | null
  if (!phone) return
  phone.navigator.mediaDevices.getUserMedia = async (constraints) => {
    const video = constraints?.video
    const facing = typeof video === 'object' ? JSON.stringify(video.facingMode ?? '') : ''
    return (facing.includes('user') ? cameras.front : cameras.back).open()
  }
  const { click } = phone.HTMLInputElement.prototype
  phone.HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
    if (this.type === 'file') void chooseFile(this, cameras.back)
    else click.call(this)
  }
}

/** Answers a file chooser with what the camera sees. */
async function chooseFile(input: HTMLInputElement, camera: VirtualCamera): Promise<void> {
  const chosen = new DataTransfer()
  chosen.items.add(new File([await camera.photograph()], 'photo.jpg', { type: 'image/jpeg' }))
  input.files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
