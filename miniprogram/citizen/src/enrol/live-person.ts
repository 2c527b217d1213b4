import type { Picture } from '@nansha/kit/camera/picture'

/** The frames of a guided capture, in the order taken. */
export interface Film {
  readonly frames: readonly Picture[]
  /** One-time cloud path of the challenge that they answer; a number is appended. */
  readonly path: string
}

/** The live person: one picture where that is enough, else the frames of what they were asked to do. */
export type Selfie = { readonly picture: Picture } | Film

export function picturesOf(selfie: Selfie | undefined): readonly Picture[] {
  if (selfie === undefined) return []
  return 'picture' in selfie ? [selfie.picture] : selfie.frames
}
