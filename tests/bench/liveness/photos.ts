import { readFile } from 'node:fs/promises'
import type { FaceEngine } from '@nansha/core/face/face-engine'
import { findFaces } from '@nansha/core/face/find-faces'
import { classifyScore, fuse } from '@nansha/core/face/fuse'
import { lookAt } from '@nansha/core/face/look'
import { type DescribedLook, describeLook } from '@nansha/core/face/match-photos'
import { compareTemplates, type FaceTemplate, meanTemplate } from '@nansha/core/face/templates'
import { uprightCrop } from '@nansha/core/face/upright'
import { LIVENESS_ACTIONS } from '@nansha/shared/liveness'
import sharp from 'sharp'
import { photoSet } from '../face-sets'
import { type ActedFrames, actAll, SEQUENCES } from './acted-frames'
import { countOf, type Table } from './print-table'

interface ActingPhoto {
  readonly person: string
  readonly known: DescribedLook
  readonly frames: ActedFrames
}

/** How the frames of a photo that acts compare with another photo of the same person, in place of the card's. */
export async function measurePhotos(engine: FaceEngine, folder: string): Promise<Table> {
  const photos: ActingPhoto[] = []
  for (const [index, { file, person }] of (await photoSet(folder)).images.entries()) {
    const known = await describeLook(engine, await lookAt(engine, await readFile(file), {}, findFaces))
    photos.push({ person, known, frames: await actAll(engine, await portraitOf(known), index * 10) })
  }
  const pairs = photos.flatMap((live) =>
    photos
      .filter((other) => other !== live && other.person === live.person)
      .map((other) => ({ live, other })),
  )
  const compare = (template: FaceTemplate, { known }: ActingPhoto) => {
    const decision = classifyScore(fuse(compareTemplates(engine, template, known.template)))
    return decision === 'match' ? undefined : decision
  }
  const seenOf = (frames: ActedFrames, doings: readonly Parameters<ActedFrames['get']>[0][]) =>
    doings.flatMap((doing) => {
      const frame = frames.get(doing)
      return frame && 'seen' in frame ? [frame.seen.template] : []
    })
  const table: Record<string, ReturnType<typeof countOf>> = {}
  for (const doing of ['look-straight', 'again', ...LIVENESS_ACTIONS] as const) {
    table[`one frame, ${doing}`] = countOf(
      pairs.flatMap(({ live, other }) =>
        seenOf(live.frames, [doing]).map((template) => compare(template, other)),
      ),
    )
  }
  const captures = pairs
    .flatMap(({ live, other }) =>
      SEQUENCES.map((actions) => ({
        templates: seenOf(live.frames, ['look-straight', 'again', ...actions]),
        other,
      })),
    )
    .filter(({ templates }) => templates.length === 5)
  table['mean of a capture'] = countOf(
    captures.map(({ templates, other }) => compare(meanTemplate(templates), other)),
  )
  table['every frame of a capture'] = countOf(
    captures.map(({ templates, other }) => templates.map((one) => compare(one, other)).find((code) => code)),
  )
  return table
}

async function portraitOf({ picture, face }: DescribedLook): Promise<Buffer> {
  const { width, height, data } = uprightCrop(picture, face.landmarks, 480, 640, 0.6, 0.53)
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}
