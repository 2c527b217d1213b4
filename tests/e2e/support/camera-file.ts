import { closeSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { padJpeg } from './pad-jpeg'

const WIDTH = 1280
const HEIGHT = 960
/** Every picture fills the file, so that one can be written over another. */
const BYTES = 900_000
/** A hand is never still: pictures move by a few pixels, so often (milliseconds), so far (pixels). */
const SWAY_MS = 150
const SWAY = 6
const DESK = '#5a666e'

/** The file that plays a fake camera. Chromium maps it into memory, and so sees what is written into it meanwhile. */
export interface CameraFile {
  readonly path: string
  /** Points the camera at a picture, which is fitted into its view. */
  see(picture: Buffer): Promise<void>
  close(): void
}

/** A camera in a hand, pointed at an empty desk. */
export async function createCameraFile(): Promise<CameraFile> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'nansha-camera-')), 'camera.mjpeg')
  let view = await emptyDesk()
  writeFileSync(file, await photograph(view))
  const opened = openSync(file, 'r+')

  let taking = Promise.resolve()
  const take = () => {
    taking = taking.then(async () => void writeSync(opened, await photograph(view), 0, BYTES, 0))
    return taking
  }
  const timer = setInterval(take, SWAY_MS)
  return {
    path: file,
    async see(picture) {
      view = await frame(picture)
      await take()
    },
    close() {
      clearInterval(timer)
      void taking.then(() => closeSync(opened))
    },
  }
}

/** Raw pixels, larger than the view by how far the hand sways. */
function frame(picture: Buffer): Promise<Buffer> {
  return sharp(picture)
    .resize(WIDTH + SWAY, HEIGHT + SWAY, { fit: 'contain', background: DESK })
    .removeAlpha()
    .raw()
    .toBuffer()
}

function emptyDesk(): Promise<Buffer> {
  const size = { width: WIDTH + SWAY, height: HEIGHT + SWAY }
  return sharp({ create: { ...size, channels: 3, background: DESK } })
    .raw()
    .toBuffer()
}

async function photograph(view: Buffer): Promise<Buffer> {
  const [left, top] = [Math.round(Math.random() * SWAY), Math.round(Math.random() * SWAY)]
  const jpeg = await sharp(view, { raw: { width: WIDTH + SWAY, height: HEIGHT + SWAY, channels: 3 } })
    .extract({ left, top, width: WIDTH, height: HEIGHT })
    .jpeg({ quality: 90 })
    .toBuffer()
  return padJpeg(jpeg, BYTES)
}
