import type { IncomingMessage } from 'node:http'
import { Refused } from '../refused'

/** An answer has 16,384 characters at most, a few more as a form. */
const LARGEST = 20_000

/** @throws Refused ANSWER_UNREADABLE for a body that is larger than any answer */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST) throw new Refused('ANSWER_UNREADABLE')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
