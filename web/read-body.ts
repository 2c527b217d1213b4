import type { IncomingMessage } from 'node:http'

/**
 * Reads the body of a request, as UTF-8. The rest of one that is too long is not read, and its connection ends.
 *
 * @param limit in bytes
 * @returns `undefined` when it is longer
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
