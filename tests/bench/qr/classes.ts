import { randomBytes } from 'node:crypto'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { encode } from 'uqr'
import { NOW } from '../../support/clock'
import { holderKey } from '../../support/keys'
import { blur, type Distortion, glare, lowContrast, noise, type Picture, perspective } from './camera'
import {
  banding,
  cylinder,
  drawAt,
  empty,
  type Ink,
  mapPixels,
  scratches,
  screenDoor,
  shadow,
  smear,
  spots,
  stains,
  turn,
} from './photo'

export interface ClassPicture {
  readonly picture: Picture
  /** What is in it. */
  readonly texts: readonly string[]
}

/** Makes one picture of a class. @param random 0 to 1, the same in every run */
export type PictureClass = (random: () => number) => ClassPicture

/** Of a picture's edge, px. */
const SIZE = 1400
const TABLE = 150

/** One after the other, in the order of light: object, glass, lens, sensor. */
const inTurn =
  (...steps: readonly Distortion[]): Distortion =>
  (picture, random) =>
    steps.reduce((seen, step) => step(seen, random), picture)

const either =
  (...ways: readonly Distortion[]): Distortion =>
  (picture, random) =>
    (ways[Math.floor(random() * ways.length)] as Distortion)(picture, random)

const sensor = inTurn(blur(0.3), noise(6))

interface Subject {
  /** With its quiet zone, as a part of the picture. */
  readonly edge?: number
  readonly text?: () => string
  readonly ink?: (random: () => number) => Ink
}

/** One code, somewhere about the middle, and what the scene makes of it. */
const single =
  (spoil: Distortion, { edge = 0.45, text = ticket, ink = () => ({}) }: Subject = {}): PictureClass =>
  (random) => {
    const content = text()
    const side = SIZE * edge * (0.85 + random() * 0.3)
    const room = (SIZE - side) / 2
    const place = { x: room * (0.5 + random()), y: room * (0.5 + random()), side }
    const drawn = drawAt(empty(SIZE, TABLE), modulesOf(content), place, ink(random))
    return { picture: spoil(drawn, random), texts: [content] }
  }

/** A sheet of codes. @param count along an edge */
const sheet =
  (count: number, spoil: Distortion): PictureClass =>
  (random) => {
    const texts = Array.from({ length: count * count }, ticket)
    const cell = SIZE / count
    const drawn = texts.reduce(
      (picture, text, i) =>
        drawAt(picture, modulesOf(text), {
          x: (i % count) * cell + cell * 0.05,
          y: Math.floor(i / count) * cell + cell * 0.05,
          side: cell * 0.9,
        }),
      empty(SIZE, TABLE),
    )
    return { picture: spoil(drawn, random), texts }
  }

const ODD: readonly Ink[] = [
  { light: 25, dark: 230 },
  { quiet: 0.5 },
  { isRound: true },
  { light: 200, dark: 110 },
]

/**
 * The classes of BoofCV's QR benchmark (boofcv.org, Performance:QrCode, `qrcodes_v3`), drawn and spoilt here: its photographs come
 * from its own server alone.
 */
export const CLASSES: Readonly<Record<string, PictureClass>> = {
  nominal: single(sensor),
  /** Out of focus, or moved. */
  blurred: single(inTurn(either(blur(1), blur(1.6), blur(2.2), smear(10), smear(18)), noise(5))),
  /** Lamps mirrored on the screen; the rest is exposed for them, and dull. */
  'bright spots': single(inTurn(lowContrast(0.35), spots(4), sensor)),
  /** So dark that a seventh of the contrast is left, or so bright that the light half is lost. */
  brightness: single(
    inTurn(
      either(
        mapPixels((grey) => 8 + grey * 0.14),
        mapPixels((grey) => Math.min(255, 160 + grey)),
      ),
      noise(4),
    ),
  ),
  /** It fills the picture, nearer than the lens focuses. */
  close: single(inTurn(blur(2.2), noise(4)), { edge: 0.8 }),
  curved: single(inTurn(cylinder(0.9), sensor)),
  damaged: single(inTurn(scratches(5), stains(4), sensor)),
  /** The haze of a lamp over the whole. */
  glare: single(
    inTurn(
      glare,
      mapPixels((grey) => 90 + grey * 0.5),
      sensor,
    ),
  ),
  /** Version 30 and more. */
  'high version': single(sensor, { edge: 0.8, text: () => randomBytes(900).toString('hex').toUpperCase() }),
  lots: sheet(5, sensor),
  /** A code on another screen: its pixels and its bars. */
  monitor: single(inTurn(screenDoor(3), banding, blur(0.25), noise(4))),
  /** Light on dark, without a quiet zone, in round dots, or in colours that differ little. */
  noncompliant: single(sensor, { ink: (random) => ODD[Math.floor(random() * ODD.length)] as Ink }),
  perspective: single(inTurn(perspective(0.32), sensor)),
  rotations: single(inTurn(turn, sensor)),
  shadows: single(inTurn(shadow, sensor)),
  /** The densest code of ours, at arm's length. */
  'portrait of a pass': single(sensor, { edge: 0.32, text: () => packPortrait(randomBytes(448)) }),
  /** As a live frame has it: a tenth of the picture. */
  small: single(sensor, { edge: 0.1 }),
}

function ticket(): string {
  return createTicket({
    key: holderKey(),
    issuerId: 1,
    scenario: 'hotel',
    handle: randomBytes(16).toString('base64url'),
    issuedAt: NOW,
  })
}

function modulesOf(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data
}
