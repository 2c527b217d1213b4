/**
 * The other way to read a code, for when the live scanner does not: the platform's own scanner (weapp; in the simulator
 * it takes an image file), or a picture from the disk (h5).
 *
 * @returns the text, `undefined` when nobody chose anything or there was no code
 */
export declare function scanOnce(): Promise<string | undefined>
