import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

export type Reply = { readonly status: number; readonly body: unknown } | undefined

/**
 * Serves a built app on a free loopback port, with a stand-in for the cloud behind it.
 *
 * @param answer called with the path and JSON event of every POST; `undefined` drops the connection, as a dead network does
 */
export async function serveApp(
  folder: string,
  answer: (url: string, event: unknown) => Reply | Promise<Reply>,
) {
  const server = createServer(async (request, response) => {
    const url = request.url ?? '/'
    if (request.method === 'POST') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const reply = await answer(url, JSON.parse(Buffer.concat(chunks).toString('utf8')))
      if (reply === undefined) return response.destroy()
      return response
        .writeHead(reply.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(reply.body))
    }
    const name = new URL(url, 'http://localhost').pathname
    const file = path.join(folder, name === '/' ? 'index.html' : name)
    const found = file.startsWith(folder) && (await stat(file).catch(() => undefined))?.isFile()
    if (!found) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
