import { cropPortrait } from './crop-portrait'
import type { FaceEngine } from './face-engine'
import { lookAt } from './look'

/**
 * Cuts the portrait for desks out of a photo, comparing it with nothing and making no template: for people who chose the
 * counter instead of face recognition.
 *
 * @param photo encoded JPEG, PNG or WebP, at most 6 MB
 * @returns WebP
 * @throws NanshaError what {@link lookAt} throws
 */
export async function takePortrait(engine: FaceEngine, photo: Uint8Array): Promise<Buffer> {
  const { picture, face } = await lookAt(engine, photo, { which: 'probe' })
  return cropPortrait(picture, face)
}
