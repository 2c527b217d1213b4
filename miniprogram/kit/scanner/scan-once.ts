/** `none`: there was no code to read. `cancelled`: nobody chose anything. */
export type ScannedOnce =
  | { readonly state: 'code'; readonly text: string }
  | { readonly state: 'none' | 'cancelled' }

/**
 * The other way to read a code, for when the live scanner does not: the platform's own scanner (weapp; in the simulator
 * it takes an image file), or a picture from the disk (h5).
 *
 * @param isWanted whether a text is what the caller looks for; among several codes it is preferred
 */
export declare function scanOnce(isWanted: (text: string) => boolean): Promise<ScannedOnce>
