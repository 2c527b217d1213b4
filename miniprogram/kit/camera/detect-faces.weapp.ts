import Taro from '@tarojs/taro'
import type { SeenFace } from './sight'

/** RGBA, of the camera's own size. */
export interface LiveFrame {
  readonly width: number
  readonly height: number
  readonly data: ArrayBuffer
}

/** What `faceDetect` says of one face; angles from −1 to 1, 0 is straight at the camera. */
interface DetectedFace {
  readonly detectRect: {
    readonly originX: number
    readonly originY: number
    readonly width: number
    readonly height: number
  }
  readonly angleArray: { readonly yaw: number }
}

/** The platform's box reaches above the brows. */
const BROWS_TO_CHIN = 0.75
/** Every so many pixels are enough to tell light from dark. */
const SAMPLE = 97

export function detectFaces({ width, height, data }: LiveFrame): Promise<readonly SeenFace[]> {
  return new Promise((resolve) => {
    Taro.faceDetect({
      frameBuffer: data,
      width,
      height,
      enableAngle: true,
      enableMultiFace: true,
      success: (found) => {
        const faces = ((found as { faceInfo?: unknown }).faceInfo ?? []) as DetectedFace[]
        resolve(
          faces.filter(({ detectRect }) => detectRect.width > 0).map((face) => describe(face, width, height)),
        )
      },
      fail: () => resolve([]), // so the platform says that there is nobody
    })
  })
}

/** Which way a yaw is positive is not documented, and front cameras may mirror: the side is left to the server. */
function describe({ detectRect, angleArray }: DetectedFace, width: number, height: number): SeenFace {
  const { originX, originY } = detectRect
  return {
    x: (originX + detectRect.width / 2) / width,
    y: (originY + detectRect.height / 2) / height,
    height: (detectRect.height / height) * BROWS_TO_CHIN,
    turn: { by: Math.abs(angleArray.yaw) },
  }
}

/** Mean luminance of some of the pixels, 0 … 255. */
export function meanLight({ data }: LiveFrame): number {
  const bytes = new Uint8Array(data)
  let sum = 0
  let count = 0
  for (let at = 0; at + 2 < bytes.length; at += 4 * SAMPLE) {
    sum +=
      0.299 * (bytes[at] as number) + 0.587 * (bytes[at + 1] as number) + 0.114 * (bytes[at + 2] as number)
    count++
  }
  return sum / Math.max(1, count)
}
