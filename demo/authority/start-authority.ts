import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { readBody } from '../../web/read-body'
import { AUTHORITY_ISSUER, authorityFolder, loadAuthorityKeys } from './authority-keys'
import { openGuest } from './open-guest'
import { type Authority, createAuthority } from './receive-reports'

const PAGE = path.join(import.meta.dirname, 'page.html')
/** The longest report that is read, in bytes; a longer one is refused like an empty one. */
const LARGEST_BODY = 65_536
/** Shown on its page: the newest stays. */
const SHOWN = 50

export interface RunningAuthority {
  /** Without a slash at the end; reports go to `<url>/reports`. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts the specimen authority: a server of its own on this machine, which receives reports of guests and has a page that
 * opens them. Its page also takes it off the network and puts it back.
 *
 * @param reporter the deployment that may report
 */
export async function startAuthority(
  dataDir: string,
  reporter: { readonly iss: string; readonly keys: readonly EcPublicJwk[] },
): Promise<RunningAuthority> {
  const keys = await loadAuthorityKeys(dataDir)
  const authority = await createAuthority(
    { keys, issuer: AUTHORITY_ISSUER, reporter, verifySignature: verifyWithNoble, now: Date.now },
    path.join(authorityFolder(dataDir), 'received.jsonl'),
  )
  let isOnline = true
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page elsewhere that gives itself this address as a name reads nothing here.
    if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? ''))
      return send(response, 403, 'text/plain', '')
    const route = `${request.method} ${request.url}`
    if (route === 'GET /')
      return send(response, 200, 'text/html; charset=utf-8', await readFile(PAGE, 'utf8'))
    if (route === 'GET /stays') {
      const stays = await openNewest(authority, keys.sealing, reporter.iss)
      return send(response, 200, 'application/json', JSON.stringify({ isOnline, stays }))
    }
    if (route === 'POST /network/on' || route === 'POST /network/off') {
      isOnline = route.endsWith('on')
      return send(response, 200, 'application/json', JSON.stringify({ isOnline }))
    }
    if (request.method === 'POST' && request.url?.startsWith('/reports/')) {
      if (!isOnline) return void request.socket.destroy()
      const jws = (await readBody(request, LARGEST_BODY)) ?? ''
      const { status, body } = await (request.url === '/reports/counts'
        ? authority.count(jws)
        : authority.receive(jws))
      return send(response, status, 'application/jwt', body)
    }
    send(response, 404, 'text/plain', '')
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The newest version of each stay, opened. */
async function openNewest(
  authority: Authority,
  key: Parameters<typeof openGuest>[0],
  issuer: string,
): Promise<object[]> {
  const newest = new Map(
    [...authority.all()]
      .sort((a, b) => a.report.version - b.report.version)
      .map((one) => [one.report.stay, one]),
  )
  const shown = [...newest.values()].sort((a, b) => b.receivedAt - a.receivedAt).slice(0, SHOWN)
  return Promise.all(
    shown.map(async ({ report, receivedAt }) => ({
      ...report,
      receivedAt,
      guests: await Promise.all(
        report.guests.map(async ({ guest, version, kind, fields, duties }) => {
          const place = { issuer, organisation: report.organisation.id, stay: report.stay, guest, version }
          return {
            kind,
            fields: await openGuest(key, { ...place, field: 'fields' }, fields),
            ...(duties && { duties: await openGuest(key, { ...place, field: 'duties' }, duties) }),
          }
        }),
      ),
    })),
  )
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(body)
}
