import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Authority } from '#demo/authority/receive-reports'

/** Of requests to the authority, as many are lost before and as many after they arrived. */
const LOST = 0.05

/** Serves the authority over a network that drops requests and answers, and is down for a while. */
export async function serveAuthority(authority: Authority, isDown: () => boolean, random: () => number) {
  let lost = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      if (isDown()) return void request.socket.destroy()
      const fate = random()
      if (fate < LOST) {
        lost++
        return void request.socket.destroy()
      }
      const jws = Buffer.concat(chunks).toString('utf8')
      const { status, body } = await (request.url === '/counts'
        ? authority.count(jws)
        : authority.receive(jws))
      if (fate < 2 * LOST) {
        lost++
        return void request.socket.destroy()
      }
      response.writeHead(status).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost: () => lost,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
