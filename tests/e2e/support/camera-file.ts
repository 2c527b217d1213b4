import { closeSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { cropPlanes, type Planes, toPlanes } from './planes'

const WIDTH = 1280
const HEIGHT = 960
const HEADER = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420\nFRAME\n`
/** A hand is never still: pictures move, so often (milliseconds), by so many pixels at most. */
const SWAY_MS = 100
const SWAY = 12
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

/**
 * The file that plays a fake camera: one picture, not compressed, which Chromium reads over and over. What is written
 * while it reads shows half of each picture; half of a compressed one would be no picture.
 */
export interface CameraFile {
  readonly path: string
  /** Points the camera at a picture, which is fitted into its view. */
  see(picture: Buffer): Promise<void>
  /** What was held before it is taken away: an empty desk. */
  seeNothing(): Promise<void>
  close(): void
}

/** A camera in a hand, pointed at an empty desk. */
export async function createCameraFile(): Promise<CameraFile> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'nansha-camera-')), 'camera.y4m')
  let view = await emptyDesk()
  writeFileSync(file, Buffer.concat([Buffer.from(HEADER), photograph(view)]))
  const opened = openSync(file, 'r+')
  const take = () => {
    const picture = photograph(view)
    writeSync(opened, picture, 0, picture.length, HEADER.length)
  }
  const timer = setInterval(take, SWAY_MS)
  return {
    path: file,
    async see(picture) {
      view = await frame(picture)
      take()
    },
    async seeNothing() {
      view = await emptyDesk()
      take()
    },
    close() {
      clearInterval(timer)
      closeSync(opened)
    },
  }
}

/** What lies before the camera, and which part of it is in view: larger than the view on every side. */
interface View {
  readonly field: Planes
  readonly left: number
  readonly top: number
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
  return { field: toPlanes(field, FIELD), ...place }
}

async function emptyDesk(): Promise<View> {
  const field = await sharp({ create: { ...FIELD, channels: 3, background: DESK } })
    .raw()
    .toBuffer()
  return { field: toPlanes(field, FIELD), left: 0, top: 0 }
}

let taken = 0

function photograph({ field, left, top }: View): Buffer {
  const steps = SWAY / 2
  const [right, down] = [2 * (taken % steps), 2 * (Math.floor(taken / steps) % steps)]
  const picture = cropPlanes(field, { left: left + right, top: top + down, width: WIDTH, height: HEIGHT })
  picture.fill(taken++ % 256, 0, WIDTH / 2) // light that flickers at the edge: no two pictures are the same
  return picture
}
