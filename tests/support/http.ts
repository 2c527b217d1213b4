import { request } from 'node:http'
import { CITIZEN_APP_ID } from '@nansha/localcloud/identity'

/** The headers of a development identity: a citizen, or a person of the companion. */
export function identity(openId: string, appId = CITIZEN_APP_ID): Record<string, string> {
  return { 'x-wx-appid': appId, 'x-wx-openid': openId }
}

type UploadAnswer = { fileID: string; code: string; message?: string }

/** Calls a function as a client and answers status and JSON. */
export async function callAsClient(url: string, name: string, event: unknown, headers = identity('someone')) {
  const response = await fetch(`${url}/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof event === 'string' ? event : JSON.stringify(event),
  })
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  return { status: response.status, body: (await response.json()) as any }
}

/** Uploads a file as a client and answers status and JSON. */
export async function uploadAsClient(
  url: string,
  path: string,
  content: string | Buffer,
  headers = identity('owner'),
) {
  const response = await fetch(`${url}/files?path=${encodeURIComponent(path)}`, {
    method: 'PUT',
    headers,
    body: new Blob([content as BlobPart]),
  })
  return { status: response.status, body: (await response.json()) as UploadAnswer }
}

/** Sends a request as it is written: fetch() lets a test choose neither Host nor Sec-Fetch headers nor a body of a GET. */
export function sendRaw(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<{ status: number; body: string }> {
  const { port } = new URL(url)
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject).end(body)
  })
}
