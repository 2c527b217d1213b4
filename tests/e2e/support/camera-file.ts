import { closeSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { padJpeg } from '../../support/pad-jpeg'

const WIDTH = 1280
const HEIGHT = 960
/** Every picture fills the file, so that one can be written over another. */
const BYTES = 900_000
/** A hand is never still: pictures move by a few pixels, so often (milliseconds), so far (pixels), in so many ways. */
const SWAY_MS = 150
const SWAY = 6
/** Odd, so that two frames of one step are never the same again. Encoded once: a busy machine would not keep up. */
const SWAYS = 7
/** Nobody holds anything twice in the same place: pictures lie so many pixels from the middle, each elsewhere. */
const ASIDE = 24
const PLACES = [
  { left: 0, top: 0 },
  { left: 2 * ASIDE, top: 0 },
  { left: 2 * ASIDE, top: 2 * ASIDE },
  { left: 0, top: 2 * ASIDE },
] as const
const FIELD = { width: WIDTH + 2 * ASIDE + SWAY, height: HEIGHT + 2 * ASIDE + SWAY }
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

  let taking: Promise<void> | undefined
  const take = () => {
    taking ??= photograph(view)
      .then((picture) => void writeSync(opened, picture, 0, BYTES, 0))
      .finally(() => {
        taking = undefined
      })
    return taking
  }
  const timer = setInterval(take, SWAY_MS)
  return {
    path: file,
    async see(picture) {
      view = await frame(picture)
      await taking // of what was seen before
      await take()
    },
    close() {
      clearInterval(timer)
      void Promise.resolve(taking).then(() => closeSync(opened))
    },
  }
}

/** What lies before the camera, and which part of it is in view: raw pixels, larger than the view on every side. */
interface View {
  readonly field: Buffer
  readonly left: number
  readonly top: number
  /** How it looked in each way of swaying, as far as it was seen. */
  readonly pictures: Promise<Buffer>[]
  seen: number
}

let shown = 0

async function frame(picture: Buffer): Promise<View> {
  const around = 2 * ASIDE + SWAY / 2
  const field = await sharp(picture)
    .resize(WIDTH - 2 * ASIDE, HEIGHT - 2 * ASIDE, { fit: 'contain', background: DESK })
    .extend({ top: around, bottom: around, left: around, right: around, background: DESK })
    .removeAlpha()
    .raw()
    .toBuffer()
  const place = PLACES[shown++ % PLACES.length] as (typeof PLACES)[number]
  return { field, ...place, pictures: [], seen: 0 }
}

async function emptyDesk(): Promise<View> {
  const field = await sharp({ create: { ...FIELD, channels: 3, background: DESK } })
    .raw()
    .toBuffer()
  return { field, left: 0, top: 0, pictures: [], seen: 0 }
}

function photograph(view: View): Promise<Buffer> {
  const way = view.seen++ % SWAYS
  view.pictures[way] ??= encode(view)
  return view.pictures[way]
}

let taken = 0

async function encode({ field, left, top }: View): Promise<Buffer> {
  const [right, down] = [taken % SWAY, Math.floor(taken / SWAY) % SWAY]
  taken++
  const jpeg = await sharp(field, { raw: { ...FIELD, channels: 3 } })
    .extract({ left: left + right, top: top + down, width: WIDTH, height: HEIGHT })
    .jpeg({ quality: 90 })
    .toBuffer()
  return padJpeg(jpeg, BYTES)
}
