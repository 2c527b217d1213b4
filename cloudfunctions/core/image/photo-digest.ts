import { createHash } from 'node:crypto'

/**
 * SHA-256 of an encoded photo, base64url: what an upload is known by. Its file id will not do, for whoever uploaded a file
 * may upload another one under the same name at any moment.
 */
export function photoDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
