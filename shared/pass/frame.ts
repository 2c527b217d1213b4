import { decodeBase45, encodeBase45 } from '../encoding/base45'

/** Bytes that a frame may have: more does not survive a blurred camera. */
export const FRAME_BYTES = 450

/** @throws RangeError for more than {@link FRAME_BYTES} */
export function packFrame(prefix: string, bytes: Uint8Array): string {
  if (bytes.length > FRAME_BYTES) throw new RangeError('Too large for a frame.')
  return prefix + encodeBase45(bytes)
}

/** @returns what is behind the prefix, or `undefined` for any text that {@link packFrame} does not write */
export function unpackFrame(prefix: string, text: string): Uint8Array | undefined {
  if (!text.startsWith(prefix) || text.length > prefix.length + FRAME_BYTES * 1.5) return undefined
  return decodeBase45(text.slice(prefix.length))
}
