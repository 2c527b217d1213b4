import { NanshaError } from '@nansha/shared/errors'
import type { LivenessRequest } from '@nansha/shared/liveness'
import { arcfaceChip } from '../chips'
import type { FaceEngine } from '../face-engine'
import type { Similarities } from '../fuse'
import type { DescribedLook } from '../match-photos'
import type { Pixels } from '../pixels'
import { compareTemplates, meanTemplate } from '../templates'

/**
 * How alike frames of one capture are, by what is done in them: each limit lies between the same person a moment later and
 * an even blend of that person with somebody else (decision 082; `npm run bench:liveness` measures both).
 */
const LIMITS: Readonly<Record<LivenessRequest, Similarities>> = {
  'look-straight': { sface: 0.8, faceApi: -0.4 },
  'turn-left': { sface: 0.69, faceApi: -0.5 },
  'turn-right': { sface: 0.69, faceApi: -0.5 },
  'open-mouth': { sface: 0.69, faceApi: -0.5 },
  // Its cosine is of the faces without their eyes: closed ones change it more than another person does.
  'close-eyes': { sface: 0.6, faceApi: -0.55 },
  light: { sface: 0.69, faceApi: -0.5 },
}

export interface TiedFrame extends DescribedLook {
  readonly step: number
  readonly request: LivenessRequest
}

/**
 * Ties all frames to one face: the straight looks to each other, every other frame to the mean of those.
 *
 * @throws NanshaError LIVENESS_PERSON at the first frame that shows somebody else, or a blend
 */
export async function checkSamePerson(engine: FaceEngine, frames: readonly TiedFrame[]): Promise<void> {
  const straight = frames.filter(({ request }) => request === 'look-straight')
  const mean = meanTemplate(straight.map(({ template }) => template))
  for (const frame of frames) {
    const others = frame.request === 'look-straight' ? straight.map(({ template }) => template) : [mean]
    for (const other of others) {
      const { sface, faceApi } = compareTemplates(engine, frame.template, other)
      const cosine =
        frame.request === 'close-eyes' ? await compareWithoutEyes(engine, frame, straight) : sface
      const limits = LIMITS[frame.request]
      // Written so that a likeness that is not a number fails.
      if (!(cosine >= limits.sface && faceApi >= limits.faceApi))
        throw new NanshaError('LIVENESS_PERSON', { step: frame.step })
    }
  }
}

/** The cosine of a frame's face and the likest of some others', all with their eyes left out. */
async function compareWithoutEyes(
  { sface }: FaceEngine,
  frame: DescribedLook,
  others: readonly DescribedLook[],
): Promise<number> {
  const describe = ({ picture, face }: DescribedLook) =>
    sface.describeChip(hideEyes(arcfaceChip(picture, face)))
  const described = await describe(frame)
  const likenesses: number[] = []
  for (const other of others) likenesses.push(sface.compare(described, await describe(other)))
  return Math.max(...likenesses)
}

/** Rows of a 112×112 chip in which eyes lie, lids and what moves with them included. */
const EYES = { from: 38, to: 64 }

/** The chip with the band of the eyes in the mean colour of the whole. */
function hideEyes({ width, height, data }: Pixels): Pixels {
  const hidden = Uint8Array.from(data)
  for (let c = 0; c < 3; c++) {
    let sum = 0
    for (let at = c; at < data.length; at += 3) sum += data[at] as number
    const mean = sum / (width * height)
    for (let at = EYES.from * width * 3 + c; at < EYES.to * width * 3; at += 3) hidden[at] = mean
  }
  return { width, height, data: hidden }
}
