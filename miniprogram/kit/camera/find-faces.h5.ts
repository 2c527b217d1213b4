import { shareAlong } from '@nansha/shared/geometry/share-along'
import {
  detectAllFaces,
  type FaceLandmarks68,
  type Point,
  TinyFaceDetectorOptions,
} from '@vladmandic/face-api/dist/face-api.esm.js'
import { meanLight, readEye } from './face-pixels.h5'
import { loadNets } from './load-nets.h5'
import type { SeenFace, Sight } from './sight'

const DETECTOR = new TinyFaceDetectorOptions({ inputSize: 224, scoreThreshold: 0.4 })
/** The nose of a head turned by a quarter stands over the outer corner of an eye: half the distance of those corners. */
const QUARTER_TURN = 0.5

/** Looks for faces in a drawn picture, with the nets of face-api.js. */
export async function findFaces(frame: CanvasRenderingContext2D): Promise<Sight> {
  await loadNets()
  const { width, height } = frame.canvas
  const found = await detectAllFaces(frame.canvas, DETECTOR).withFaceLandmarks(true)
  const [nearest] = [...found].sort((a, b) => b.detection.box.height - a.detection.box.height)
  const middle = { x: width / 4, y: height / 4, width: width / 2, height: height / 2 }
  const box = nearest?.detection.box ?? middle
  return { light: meanLight(frame, box), faces: found.map(({ landmarks }) => describe(frame, landmarks)) }
}

function describe(frame: CanvasRenderingContext2D, landmarks: FaceLandmarks68): SeenFace {
  const { positions } = landmarks
  const at = (index: number) => positions[index] as Point
  const { width, height } = frame.canvas
  const [xs, ys] = [positions.map(({ x }) => x), positions.map(({ y }) => y)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const nose = shareAlong(at(30), at(36), at(45)) - 0.5
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2 / width,
    y: (top + bottom) / 2 / height,
    height: (bottom - top) / height,
    turn: { by: Math.min(1, Math.abs(nose) / QUARTER_TURN), to: nose > 0 ? 'left' : 'right' },
    mouth: distance(at(62), at(66)) / distance(at(36), at(45)),
    eyes: [...readEye(frame, at(36), at(39)), ...readEye(frame, at(42), at(45))],
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
