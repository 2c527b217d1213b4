import type { FaceAnswer } from '@nansha/shared/api/verify'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { FACE_ANSWERS_OF } from '../face/face-answers'
import { wordFaceFault } from './face-answer'
import type { MatchFaces, StoredPhoto } from './match-faces'

/**
 * Compares a clerk's photo of the person with a portrait.
 *
 * @param photo file of the photo
 * @param unclear the refusal when the portrait cannot be judged, which is not the photo's fault
 * @returns what the clerk, who decides, is told
 * @throws NanshaError FACE_… or IMAGE_… when the photo cannot be judged, `unclear`, SERVICE_UNAVAILABLE
 */
export async function compareAtDesk(
  matchFaces: MatchFaces,
  photo: string,
  portrait: StoredPhoto,
  unclear: ErrorCode,
): Promise<FaceAnswer> {
  const { decision } = await matchFaces([{ fileId: photo }], portrait).catch(
    wordFaceFault(({ code, which }) => new NanshaError(which === 'reference' ? unclear : code)),
  )
  return FACE_ANSWERS_OF[decision]
}
