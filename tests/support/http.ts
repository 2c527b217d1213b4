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
