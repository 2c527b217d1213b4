import type { Picture } from '@nansha/kit/camera/picture'

/** One picture of the guided capture. */
export interface Frame {
  readonly picture: Picture
  /** 0 is looking straight, then the actions in their order. */
  readonly step: number
  /** Milliseconds since the challenge was shown. */
  readonly at: number
}

/** The live person: one picture where that is enough, else the frames of what they were asked to do. */
export type Selfie = { readonly picture: Picture } | { readonly frames: readonly Frame[] }

export function picturesOf(selfie: Selfie | undefined): readonly Picture[] {
  if (selfie === undefined) return []
  return 'picture' in selfie ? [selfie.picture] : selfie.frames.map(({ picture }) => picture)
}
