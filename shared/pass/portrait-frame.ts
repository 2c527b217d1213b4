import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../encoding/base64url'
import { packFrame, unpackFrame } from './frame'

/** Names the second frame of a pass: a small grey portrait, whose digest is in the pass. */
export const PORTRAIT_PREFIX = 'NF1:'

/** @param webp at most `FRAME_BYTES` */
export function packPortrait(webp: Uint8Array): string {
  return packFrame(PORTRAIT_PREFIX, webp)
}

/** @returns the image, or `undefined` when the text is no portrait frame */
export function unpackPortrait(text: string): Uint8Array | undefined {
  const webp = unpackFrame(PORTRAIT_PREFIX, text)
  return webp && webp.length > 0 ? webp : undefined
}

/**
 * What a pass says of its portrait: the first 16 bytes of its SHA-256, base64url. Half a digest, because the issuer alone makes
 * portraits: another picture with a given digest takes 2¹²⁸ tries, and a pair of one's own choice is of no use.
 */
export function portraitDigest(webp: Uint8Array): string {
  return encodeBase64url(sha256(webp).slice(0, 16))
}
