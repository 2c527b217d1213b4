/** A place in a picture, pixels from its top left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A decoded picture, row by row: RGB as sharp gives it, or RGBA as a browser's canvas does. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
  readonly data: Uint8Array | Uint8ClampedArray
}
