/** Why no verdict on a photo could be reached; stable codes of shared/errors.ts. */
export type FaceErrorCode = 'FACE_NOT_FOUND' | 'FACE_MULTIPLE' | 'IMAGE_UNREADABLE' | 'IMAGE_TOO_LARGE'

export class FaceError extends Error {
  override readonly name = 'FaceError'
  constructor(
    readonly code: FaceErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}
