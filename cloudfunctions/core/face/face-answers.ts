import type { FaceAnswer } from '@nansha/shared/api/verify'
import type { FaceMatch } from './face-match'

/** What a clerk is told of a comparison; who decides is the clerk. */
export const FACE_ANSWERS_OF: Readonly<Record<FaceMatch['decision'], FaceAnswer>> = {
  match: 'same',
  refer: 'not-sure',
  'no-match': 'different',
}
