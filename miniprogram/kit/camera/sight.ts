/** A face in the picture, as far as the phone can tell. Left and right are the person's own. */
export interface SeenFace {
  /** Middle of the face, as shares of the picture's width and height. */
  readonly x: number
  readonly y: number
  /** From the brows to the chin, as a share of the picture's height. */
  readonly height: number
  /** How far the head is turned, from 0 (straight) to 1, and where to if the phone knows. */
  readonly turn: { readonly by: number; readonly to?: 'left' | 'right' }
  /** Gap between the lips, in distances between the eyes; absent where the phone cannot tell. */
  readonly mouth?: number
  /** Luminance of both eyes between fixed corners, to be compared with the same eyes open; absent likewise. */
  readonly eyes?: readonly number[]
}

/** What a camera sees at one moment. */
export interface Sight {
  /** Mean luminance of the face, or of the picture's middle without one, 0 … 255; absent while there is no live picture. */
  readonly light?: number
  /** Everybody in view; absent where this phone has no face detector. */
  readonly faces?: readonly SeenFace[]
}
