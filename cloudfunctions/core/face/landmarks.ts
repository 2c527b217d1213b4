import { apply, invert, type Position, type Similarity } from '@nansha/shared/geometry/similarity'
import type { FaceBox } from './detect'
import type { Nets } from './nets'
import { type Pixels, withTensor } from './pixels'
import { uprightPlace } from './upright'
import { warp } from './warp'

/** Input of the landmark net, pixels. */
const SIDE = 112
/** Landmarks fill this share of the net's input on its second run, as they fill the detector's boxes on its first. */
const SHARE = 0.83

/**
 * Finds the 68 landmarks of the face in a box. The net is precise only on upright, well framed faces, so it runs
 * again on a crop that its first answer has turned upright and centred.
 * @param box a detected face, in pixels of the picture
 * @returns points in pixels of the picture, iBUG 300-W order
 */
export async function landmarksIn(nets: Nets, picture: Pixels, box: FaceBox): Promise<Position[]> {
  const scale = SIDE / Math.max(box.width, box.height)
  const rough = await run(nets, picture, {
    a: scale,
    b: 0,
    tx: SIDE / 2 - scale * (box.x + box.width / 2),
    ty: SIDE / 2 - scale * (box.y + box.height / 2),
  })
  return run(nets, picture, uprightPlace(rough, SIDE, SIDE, SHARE))
}

async function run(nets: Nets, picture: Pixels, place: Similarity): Promise<Position[]> {
  const crop = warp(picture, place, SIDE, SIDE)
  const landmarks = await withTensor(crop, (tensor) => nets.landmarks.detectLandmarks(tensor as never))
  const back = invert(place)
  return [landmarks].flat().flatMap((face) => face.positions.map((point) => apply(back, point)))
}
