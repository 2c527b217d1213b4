import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkPath, type FileStore, type StoredFile } from '../files/file-store'
import type { UrlSigner } from '../files/signed-url'
import { readAccount } from '../identity'
import { invalid, PlatformError } from '../platform-error'
import type { Rule } from '../rules/compile-rule'
import { sendJson, toPlatformError } from './send'

/** What the file routes need. */
export interface FileRoutes {
  readonly files: FileStore
  readonly signer: UrlSigner
  readonly mayWrite: Rule
  readonly fileIdPrefix: string
  now(): number
}

/**
 * `PUT /files?path=…`: a client uploads under the storage rules. `PUT` and `GET /files/<path>?token=…`: the links that
 * functions and the SDK were given.
 */
export function serveFiles(routes: FileRoutes) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (url.pathname === '/files' && request.method === 'PUT')
      return uploadByClient(routes, request, response, url)
    const path = decodePath(url.pathname.slice('/files/'.length))
    const token = url.searchParams.get('token') ?? ''
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
    if (!routes.signer.verify(method, path, token, routes.now())) {
      throw new PlatformError('STORAGE_EXCEED_AUTHORITY', 'The link is not valid or has expired.')
    }
    if (method === 'PUT') return uploadByLink(routes, request, response, path)
    const file = routes.files.find(path)
    if (!file) throw new PlatformError('STORAGE_FILE_NONEXIST', 'There is no such file.')
    sendFile(file, request, response)
  }
}

async function uploadByClient(
  { files, mayWrite, fileIdPrefix, now }: FileRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const account = readAccount(request.headers)
  const path = checkPath(url.searchParams.get('path'))
  const owner = `${account.appId}:${account.openId}`
  const existing = files.find(path)
  const resource = { openid: existing ? existing.owner : owner, path }
  if (!mayWrite({ auth: { openid: owner }, resource })) {
    throw new PlatformError(
      'STORAGE_EXCEED_AUTHORITY',
      'The storage rules do not let this account write there.',
    )
  }
  await files.save(path, owner, request, now())
  sendJson(response, 200, { fileID: fileIdPrefix + path })
}

/** Answers nothing, or a failure in the XML of the platform's object storage, which is what the SDK reads. */
async function uploadByLink(
  { files, now }: FileRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  try {
    await files.save(path, null, request, now())
    response.writeHead(200).end()
  } catch (error) {
    const { code, message } = toPlatformError(error)
    request.resume()
    response.writeHead(400, { 'content-type': 'application/xml' })
    response.end(
      `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>-</RequestId><TraceId>-</TraceId></Error>`,
    )
  }
}

function sendFile(file: StoredFile, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.bytes,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') return void response.end()
  createReadStream(file.location)
    .on('error', () => response.destroy())
    .pipe(response)
}

function decodePath(encoded: string): string {
  try {
    return checkPath(decodeURIComponent(encoded))
  } catch {
    throw invalid('The path of the file is malformed.')
  }
}
