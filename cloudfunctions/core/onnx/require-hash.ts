import { createHash } from 'node:crypto'

/**
 * Refuses a model file that is not the one that this was built with.
 *
 * @param expected SHA-256, in hexadecimal
 * @throws Error when the content differs: the deployment is broken, no request can be answered
 */
export function requireHash(file: string, bytes: Uint8Array, expected: string): void {
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== expected) throw new Error(`${file} has hash ${hash}: not the file that this was built with`)
}
