import { cropPortrait } from './crop-portrait'
import type { FaceEngine } from './face-engine'
import type { FaceMatch } from './face-match'
import { classifyScore, fuse, THRESHOLDS } from './fuse'
import { type Look, lookAt } from './look'
import { MODEL_HASHES } from './model-files'
import { compareTemplates, describeFace, type FaceTemplate, meanTemplate } from './templates'

/** A photo that was looked at, and what the matchers remember of its face. */
export interface DescribedLook extends Look {
  readonly template: FaceTemplate
}

/**
 * Compares live photos of one person with a reference: a photo of a whole ID card, a portrait crop or another photo.
 *
 * @param probes encoded JPEG, PNG or WebP, at most 6 MB each
 * @param reference likewise
 * @throws NanshaError what {@link lookAt} throws, with `which` photo it is about
 */
export async function matchPhotos(
  engine: FaceEngine,
  probes: readonly Uint8Array[],
  reference: Uint8Array,
): Promise<FaceMatch> {
  const live: DescribedLook[] = []
  for (const probe of probes)
    live.push(await describeLook(engine, await lookAt(engine, probe, { which: 'probe' })))
  return matchLooks(engine, live, 0, reference)
}

export async function describeLook(engine: FaceEngine, look: Look): Promise<DescribedLook> {
  return { ...look, template: await describeFace(engine, look.picture, look.face) }
}

/**
 * {@link matchPhotos} for live photos that were already looked at. The mean of all is compared, and each by itself, at the
 * same thresholds: the weaker answer counts, so that no photo is of somebody else.
 *
 * @param shown which of them becomes the portrait
 */
export async function matchLooks(
  engine: FaceEngine,
  live: readonly DescribedLook[],
  shown: number,
  reference: Uint8Array,
): Promise<FaceMatch> {
  const known = await describeLook(engine, await lookAt(engine, reference, { which: 'reference' }))
  const templates = live.map(({ template }) => template)
  const mean = compareTemplates(engine, meanTemplate(templates), known.template)
  const score = fuse(mean)
  const single = templates.map((template) => fuse(compareTemplates(engine, template, known.template)))
  const weakest = Math.min(...single)
  const { picture, face } = live[shown] as DescribedLook
  return {
    decision: classifyScore(Math.min(score, weakest)),
    score,
    weakest,
    distance: -mean.faceApi,
    similarity: mean.sface,
    thresholds: THRESHOLDS,
    models: MODEL_HASHES,
    portrait: (await cropPortrait(picture, face)).toString('base64'),
  }
}
