import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

const WIDTH = 1280
const HEIGHT = 960

/** The file that plays a fake camera. Chromium reads it each time a page opens the camera. */
export interface CameraFile {
  readonly path: string
  /** Points the camera at a picture, which is fitted into its view. */
  see(picture: Buffer): Promise<void>
  /** Points the camera at an empty desk. */
  seeNothing(): Promise<void>
}

export async function createCameraFile(): Promise<CameraFile> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'nansha-camera-')), 'camera.mjpeg')
  const show = async (picture: Buffer) => {
    // Renamed into place: the browser may be reading the old one.
    writeFileSync(`${file}.next`, picture)
    renameSync(`${file}.next`, file)
  }
  const desk = { width: WIDTH, height: HEIGHT, channels: 3, background: '#5a666e' } as const
  const camera: CameraFile = {
    path: file,
    see: async (picture) =>
      show(
        await sharp(picture)
          .resize(WIDTH, HEIGHT, { fit: 'contain', background: desk.background })
          .jpeg({ quality: 90 })
          .toBuffer(),
      ),
    seeNothing: async () => show(await sharp({ create: desk }).jpeg().toBuffer()),
  }
  await camera.seeNothing()
  return camera
}
