import type { Look } from '@nansha/core/face/look'
import { readImage } from '@nansha/core/face/read-image'
import { uprightBox } from '@nansha/core/face/upright'
import type { Position } from '@nansha/shared/geometry/similarity'
import { mean } from '@nansha/shared/geometry/similarity'
import type { LightColour } from '@nansha/shared/liveness'
import sharp from 'sharp'
import { between, seededRandom } from '#demo/specimen/seeded-random'

/** How a face is lit by a screen and seen by a camera. */
export interface Lighting {
  /** Light of the screen on the middle of the face in its own channel, as a share of the light of the room. */
  readonly ratio: number
  /** Colours of the room's light, red, green and blue. */
  readonly room?: readonly [number, number, number]
  /** How far the camera's white balance may wander from frame to frame, as a share. */
  readonly drift?: number
  /** Picks drift, movement and noise; the same seed gives the same picture. */
  readonly seed: number
}

/** What a camera's channels see of each primary of a screen. */
const PRIMARIES: Readonly<Record<LightColour, readonly [number, number, number]>> = {
  red: [1, 0.08, 0.02],
  green: [0.12, 1, 0.12],
  blue: [0.02, 0.1, 1],
}
/** What reaches the wall behind a person, of the light that reaches the face. */
const BACKGROUND = 0.1

/** A photo that was lit, and where its face lies by now. */
export interface LitFace extends Look {
  /** JPEG. */
  readonly photo: Buffer
}

/**
 * Lights a photo by calculation: in linear light the screen adds its colour, most in the middle of the face, a tenth behind
 * it; then the camera exposes anew, its white balance wanders, the hand moves, and noise and JPEG follow. It is not how
 * skin scatters light.
 *
 * @param look at a photo in the light of the room
 * @param colour undefined for that light alone
 */
export async function lightFace(
  { picture, face }: Look,
  colour: LightColour | undefined,
  lighting: Lighting,
): Promise<LitFace> {
  const { width, height, data } = picture
  const random = seededRandom(lighting.seed)
  const { ratio, room = [1, 1, 1], drift = 0.01 } = lighting
  const shadeAt = shading(face.landmarks)
  const gains = [0, 1, 2].map(() => 1 + between(random, -drift, drift))
  const lit = new Float64Array(data.length)
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3)
    const shade = shadeAt(pixel % width, Math.floor(pixel / width))
    const screen = colour ? ratio * shade * (PRIMARIES[colour][at % 3] as number) : 0
    lit[at] = linear(data[at] as number) * ((room[at % 3] as number) + screen) * (gains[at % 3] as number)
  }
  const exposure = average(data, linear) / average(lit, (value) => value)
  const noisy = Uint8Array.from(lit, (value) =>
    Math.min(255, Math.max(0, Math.round(encoded(value * exposure) + between(random, -4, 4)))),
  )
  const [left, top] = [Math.floor(between(random, 0, SWAY)), Math.floor(between(random, 0, SWAY))]
  const photo = await sharp(noisy, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: width - SWAY, height: height - SWAY })
    .jpeg({ quality: 85 })
    .toBuffer()
  const landmarks = face.landmarks.map(({ x, y }) => ({ x: x - left, y: y - top }))
  return { photo, picture: await readImage(photo), face: { ...face, landmarks } }
}

/** How far a hand moves between frames, pixels. */
const SWAY = 16

/** 1 in the middle of the face, less towards its edge, little behind it. */
function shading(landmarks: readonly Position[]): (x: number, y: number) => number {
  const box = uprightBox(landmarks)
  const middle = mean(landmarks)
  return (x, y) => {
    const away = Math.hypot((x - middle.x) / (box.width * 0.75), (y - middle.y) / (box.height * 0.85))
    return away >= 1 ? BACKGROUND : BACKGROUND + (1 - BACKGROUND) * Math.sqrt(1 - away ** 2)
  }
}

function average(values: ArrayLike<number>, of: (value: number) => number): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += of(values[at] as number)
  return sum / values.length
}

const linear = (value: number) => (value / 255) ** 2.2
const encoded = (light: number) => 255 * Math.max(0, light) ** (1 / 2.2)
