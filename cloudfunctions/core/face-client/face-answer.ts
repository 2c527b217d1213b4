import * as v from 'valibot'

/** Why a photo could not be judged, as the function `face` says it. */
export const FaceRefusal = v.object({
  ok: v.literal(false),
  code: v.picklist([
    'FACE_NOT_FOUND',
    'FACE_MULTIPLE',
    'IMAGE_UNREADABLE',
    'IMAGE_TOO_LARGE',
    'IMAGE_MISSING',
  ]),
  which: v.picklist(['probe', 'reference']),
})

/** A cold container loads its models first. */
export const FACE_TIMEOUT_MS = 25_000
