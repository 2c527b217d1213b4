/** An account as localcloud's development identity names it. */
export interface DevelopmentAccount {
  readonly appId: string
  readonly openId: string
}

/** Calls a function as a client would, over HTTP. Throws when localcloud itself refuses; a coded refusal is an answer. */
export type DevelopmentCall = (
  account: DevelopmentAccount,
  name: string,
  event: object,
) => Promise<{ ok: true; [field: string]: unknown } | { ok: false; code: string }>

/** @param url the running localcloud, e.g. `http://127.0.0.1:5170` */
export function createDevelopmentCall(url: string): DevelopmentCall {
  return async ({ appId, openId }, name, event) => {
    const response = await fetch(`${url}/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-appid': appId, 'x-wx-openid': openId },
      body: JSON.stringify(event),
    })
    const answer = (await response.json()) as { result?: { ok: boolean }; code?: string; message?: string }
    if (!response.ok || !answer.result) {
      throw new Error(`localcloud refused to call ${name}: ${answer.code} ${answer.message}`)
    }
    return answer.result as Awaited<ReturnType<DevelopmentCall>>
  }
}

/** Stores a file as a client would. @returns its file id; throws when the storage rules refuse it */
export type DevelopmentUpload = (
  account: DevelopmentAccount,
  cloudPath: string,
  content: Buffer,
) => Promise<string>

/** @param url the running localcloud */
export function createDevelopmentUpload(url: string): DevelopmentUpload {
  return async ({ appId, openId }, cloudPath, content) => {
    const response = await fetch(`${url}/files?path=${encodeURIComponent(cloudPath)}`, {
      method: 'PUT',
      headers: { 'x-wx-appid': appId, 'x-wx-openid': openId },
      body: Uint8Array.from(content),
    })
    const answer = (await response.json()) as { fileID?: string; code?: string; message?: string }
    if (!answer.fileID)
      throw new Error(`localcloud refused to store a file: ${answer.code} ${answer.message}`)
    return answer.fileID
  }
}
