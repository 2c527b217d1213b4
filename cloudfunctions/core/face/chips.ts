import { fitSimilarity, mean, type Position } from '@nansha/shared/geometry/similarity'
import type { Face } from './find-faces'
import type { Pixels } from './pixels'
import { warp } from './warp'

/** Mean face of dlib by landmark, without jaw, brows and lower lip, in units of the face. */
const DLIB_MEAN: Readonly<Record<number, readonly [number, number]>> = {
  27: [0.490127, 0.203352],
  28: [0.490127, 0.307009],
  29: [0.490127, 0.409805],
  30: [0.490127, 0.515625],
  31: [0.36688, 0.587326],
  32: [0.426036, 0.609345],
  33: [0.490127, 0.628106],
  34: [0.554217, 0.609345],
  35: [0.613373, 0.587326],
  36: [0.121737, 0.216423],
  37: [0.187122, 0.178758],
  38: [0.265825, 0.179852],
  39: [0.334606, 0.231733],
  40: [0.260918, 0.245099],
  41: [0.182743, 0.244077],
  42: [0.645647, 0.231733],
  43: [0.714428, 0.179852],
  44: [0.793132, 0.178758],
  45: [0.858516, 0.216423],
  46: [0.79751, 0.244077],
  47: [0.719335, 0.245099],
  48: [0.254149, 0.780233],
  49: [0.340985, 0.745405],
  50: [0.428858, 0.727388],
  51: [0.490127, 0.742578],
  52: [0.551395, 0.727388],
  53: [0.639268, 0.745405],
  54: [0.726104, 0.780233],
  60: [0.290379, 0.784792],
  61: [0.428096, 0.778746],
  62: [0.490127, 0.785343],
  63: [0.552157, 0.778746],
  64: [0.689874, 0.784792],
}

const DLIB_SIDE = 150
const DLIB_PADDING = 0.25

/** The 150×150 chip that the descriptor net was trained on: upright, eyes level, a quarter of the face around it. */
export function dlibChip(picture: Pixels, { landmarks }: Face): Pixels {
  const from: Position[] = []
  const to: Position[] = []
  for (const [index, [x, y]] of Object.entries(DLIB_MEAN)) {
    from.push(landmarks[Number(index)] as Position)
    const place = (value: number) => ((value + DLIB_PADDING) / (1 + 2 * DLIB_PADDING)) * DLIB_SIDE
    to.push({ x: place(x), y: place(y) })
  }
  return warp(picture, fitSimilarity(from, to), DLIB_SIDE, DLIB_SIDE)
}

/** Eyes, nose tip and mouth corners where ArcFace and SFace expect them on 112×112. */
const ARCFACE: readonly Position[] = [
  { x: 38.29, y: 51.7 },
  { x: 73.53, y: 51.5 },
  { x: 56.03, y: 71.74 },
  { x: 41.55, y: 92.37 },
  { x: 70.73, y: 92.2 },
]

/** The five points of {@link ARCFACE} out of 68 landmarks. */
function fivePoints(landmarks: readonly Position[]): Position[] {
  return [
    mean(landmarks.slice(36, 42)),
    mean(landmarks.slice(42, 48)),
    landmarks[30] as Position,
    landmarks[48] as Position,
    landmarks[54] as Position,
  ]
}

export function arcfaceChip(picture: Pixels, { landmarks }: Face): Pixels {
  return warp(picture, fitSimilarity(fivePoints(landmarks), ARCFACE), 112, 112)
}
