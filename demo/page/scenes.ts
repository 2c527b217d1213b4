import type { Scene } from './virtual-camera'

/** A photo that fills the camera's view. */
export function photoScene(image: CanvasImageSource & { width: number; height: number }): Scene {
  return (context, height) => {
    const width = (image.width / image.height) * height
    context.drawImage(image, -width / 2, -height / 2, width, height)
  }
}

/** The visitor's own webcam. */
export function webcamScene(video: HTMLVideoElement): Scene {
  return (context, height) => {
    const width = (video.videoWidth / Math.max(1, video.videoHeight)) * height
    context.drawImage(video, -width / 2, -height / 2, width, height)
  }
}

/** A phone that shows the code of `screen`: bright glass in a dark case, filling most of the view. */
export function phoneScene(screen: () => HTMLCanvasElement | undefined): Scene {
  return (context, height) => {
    const code = screen()
    if (!code) return
    const side = height * 0.66
    context.fillStyle = '#111'
    context.fillRect(-side * 0.66, -height * 0.49, side * 1.32, height * 0.98)
    context.fillStyle = '#f7f7f4'
    context.fillRect(-side * 0.6, -height * 0.46, side * 1.2, height * 0.92)
    context.drawImage(code, -side / 2, -side / 2, side, side)
  }
}
