import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Reply = { readonly status?: number; readonly location?: string; readonly json: unknown } | 'hang'

/**
 * A stand-in, on this machine, for the server of a foreign API. `answer` gives a status and JSON, or `hang` to say
 * nothing.
 */
export async function serveApi(answer: (received: Received) => Reply | Promise<Reply>) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const one = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    }
    received.push(one)
    const reply = await answer(one)
    if (reply === 'hang') return void request.socket.destroy()
    response
      .writeHead(reply.status ?? 200, {
        'content-type': 'application/json',
        ...(reply.location && { location: reply.location }),
      })
      .end(JSON.stringify(reply.json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, received, close: () => new Promise<void>((resolve) => void server.close(() => resolve())) }
}
