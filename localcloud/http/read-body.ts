import type { IncomingMessage } from 'node:http'
import { invalid, PlatformError } from '../platform-error'

/** Reads a request body of at most `limit` bytes; the connection lives on for the answer. @throws PlatformError EXCEED_REQUEST_SIZE_LIMIT */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > limit) {
      throw new PlatformError(
        'EXCEED_REQUEST_SIZE_LIMIT',
        `The request is larger than ${Math.floor(limit / 1024)} kB.`,
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Reads a JSON object. @throws PlatformError INVALID_PARAM */
export async function readJsonObject(request: IncomingMessage, limit: number): Promise<object> {
  const text = (await readBody(request, limit)).toString('utf8')
  let json: unknown
  try {
    json = JSON.parse(text || '{}')
  } catch {
    throw invalid('The request body is not JSON.')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw invalid('The request body is not a JSON object.')
  return json
}
