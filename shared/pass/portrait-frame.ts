import { sha256 } from '@noble/hashes/sha2.js'
import { decodeBase45, encodeBase45 } from '../encoding/base45'
import { encodeBase64url } from '../encoding/base64url'
import { FRAME_BYTES } from './pack-pass'

/** Names the second frame of a pass: a small grey portrait, whose digest is in the pass. */
export const PORTRAIT_PREFIX = 'NF1:'

/** @param webp at most {@link FRAME_BYTES} */
export function packPortrait(webp: Uint8Array): string {
  if (webp.length > FRAME_BYTES) throw new RangeError('The portrait is too large for a frame.')
  return PORTRAIT_PREFIX + encodeBase45(webp)
}

/** @returns the image, or `undefined` when the text is no portrait frame */
export function unpackPortrait(text: string): Uint8Array | undefined {
  if (!text.startsWith(PORTRAIT_PREFIX) || text.length > PORTRAIT_PREFIX.length + FRAME_BYTES * 1.5)
    return undefined
  const webp = decodeBase45(text.slice(PORTRAIT_PREFIX.length))
  return webp && webp.length > 0 ? webp : undefined
}

/** SHA-256, base64url: what a pass says of its portrait. */
export function portraitDigest(webp: Uint8Array): string {
  return encodeBase64url(sha256(webp))
}
